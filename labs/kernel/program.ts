// A small language for training: whole numbers and four lanes of f32, loops over memory, no
// text. A program is written by `program-writer.ts`; `wasm-machine.ts` makes a WebAssembly
// module of it and `plain-machine.ts` plain JavaScript, with the same bits.

/** A register of 32 bits: a count, a key, a place in memory. */
export type Word = { readonly word: number };

/** A register of four times 32 bits: f32, whole numbers, or masks (all bits, or none). */
export type Lanes = { readonly lanes: number };

/** A place in memory: `offset` bytes behind what the register holds, if there is one. */
export type Address = { base: Word | null; offset: number };

/** On two words; comparisons give 1 or 0. */
export type WordOperation =
  | ("add" | "sub" | "mul" | "and" | "or" | "xor" | "shl" | "shr")
  | ("equal" | "less" | "least");

/**
 * On lanes. `pmin` is right < left ? right : left, `pmax` left < right ? right : left, `min`
 * and `max` are NaN where one is; `pick` takes the first where the third's bits are set.
 */
export type LanesOperation =
  | ("add" | "sub" | "mul" | "div" | "min" | "max" | "pmin" | "pmax")
  | ("sqrt" | "abs" | "neg" | "fromWords")
  | ("equal" | "less" | "most" | "and" | "or" | "xor" | "pick")
  | ("addWords" | "mulWords" | "lessWords");

/**
 * One step of a program: registers by their numbers, which words and lanes share. A step on
 * memory takes the value to be stored first, and the base of the address last, if any.
 */
export type Step = { from: readonly number[] } & (
  | { do: "constant"; to: number; value: number }
  | { do: "word"; of: WordOperation; to: number }
  | { do: "lanes"; of: LanesOperation; to: number }
  | { do: "copyWord" | "copyLanes"; to: number }
  | { do: "shift"; of: "shl" | "shr"; to: number; by: number }
  /** Lanes 0 … 3 of the first and 4 … 7 of the second, in the order of `order`. */
  | { do: "shuffle"; to: number; order: Four }
  | { do: "splat"; to: number }
  /** 1 where some bit is set, else 0. */
  | { do: "any"; to: number }
  | { do: "load" | "loadSplat" | "loadWord"; to: number; offset: number }
  | { do: "store" | "storeWord"; to: null; offset: number }
  /** Once, and again as long as its word is not 0 at the end. */
  | { do: "repeat"; to: null; body: readonly Step[] }
  | { do: "when"; to: null; body: readonly Step[] }
  | { do: "call"; to: null; name: string }
  | BlockStep
);

/**
 * Steps that only `plain-machine.ts` knows, most of them on a whole block of rows: it would
 * take longer to choose a step than to do it on four lanes. They stand for others in the same
 * order. Places and strides are in bytes.
 */
export type BlockStep =
  /**
   * The body as often as the first register says, in any order or at once. Pointers start
   * where the other registers do, and move on by their strides. `any` asks all turns: what
   * comes of it leaves the others' lanes alone.
   */
  | { do: "each"; to: null; pointers: readonly Pointer[]; body: readonly Step[] }
  /** coefficients[0] + x × (coefficients[1] + x × (…)) in each lane. */
  | { do: "polynomial"; to: number; coefficients: readonly number[] }
  | { do: "product"; to: null; product: Product }
  | { do: "gradient"; to: null; gradient: Gradient }
  | { do: "gather"; to: null; gather: Gather };

/** A register that each turn moves on, by so many bytes. */
export type Pointer = { register: number; stride: number };

/**
 * For each column and row the sum over depth, in its order, of weight × factor. Rows stand
 * side by side in `vectors` times four lanes.
 */
export type Product = {
  /** How many sums a row has, and over how many factors each. */
  columns: number;
  depth: number;
  vectors: number;
  /** The factors of the weights, and the bytes from one column or depth to the next. */
  weights: number;
  columnStride: number;
  depthStride: number;
  /** Depth by depth, the rows' own factors; and column by column, the sums. */
  from: Address;
  into: Address;
  /** A number for each column, that its sums begin with; else they begin with 0. */
  begin: number | null;
  /** Whether a sum is stored times the number in whose place it comes. */
  scales: boolean;
};

/**
 * The gradient of a layer: for each weight the sum over rows of input × slope, and for each
 * bias that of the slopes. Each lane has a sum of its own over the vectors, in their order;
 * they come together as (0 + 2) + (1 + 3).
 */
export type Gradient = {
  inputs: number;
  outputs: number;
  vectors: number;
  /** The layer's inputs and the loss's slopes by its sums, neuron by neuron. */
  below: Address;
  deltas: Address;
  /** The layer's weights and biases, and whether the sums are added to what is there. */
  weights: number;
  biases: number;
  adds: boolean;
};

/** Fetches the examples whose numbers stand at `places`, one in each lane of a block. */
export type Gather = {
  places: number;
  vectors: number;
  /** How many features an example has. */
  width: number;
  features: number;
  targets: number;
  /** Feature by feature, and the targets. */
  into: number;
  targetsInto: number;
};

export type Four = readonly [number, number, number, number];

/** A part of a program. It calls only routines that were written before it. */
export type Routine = {
  name: string;
  /** The words that its caller gives. */
  given: readonly number[];
  body: readonly Step[];
};

/** Registers are the program's: no routine may be under way twice. */
export type Program = {
  routines: readonly Routine[];
  /** How many registers there are. */
  registers: number;
  /** The length of its memory in bytes; a multiple of 16. */
  memory: number;
  /** Numbers that stand in memory from the start, four at each place. */
  constants: readonly { at: number; bits: Four }[];
};

/** A program made ready to run, and its memory. */
export type Machine = {
  memory: ArrayBuffer;
  /** Runs a routine, whose name must be there. */
  run(name: string, ...given: readonly number[]): void;
};

const bitsOf = new DataView(new ArrayBuffer(4));

/** The bits of a number rounded to single precision. */
export function floatBits(value: number): number {
  bitsOf.setFloat32(0, value);
  return bitsOf.getInt32(0);
}

/** A place further on in memory. */
export const behind = ({ base, offset }: Address, bytes: number): Address => ({
  base,
  offset: offset + bytes,
});
