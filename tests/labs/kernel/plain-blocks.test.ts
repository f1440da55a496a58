import { expect, test } from "vitest";
import { uniform } from "@/labs/arithmetic/random";
import { writeGradient, writeProduct } from "@/labs/kernel/layers";
import { fixed } from "@/labs/kernel/layout";
import { plainMachine } from "@/labs/kernel/plain-machine";
import { behind } from "@/labs/kernel/program";
import { createWriter, type Writer } from "@/labs/kernel/program-writer";
import { wasmMachine } from "@/labs/kernel/wasm-machine";
import { wasmModule } from "@/labs/kernel/wasm-module";

// Steps on blocks beside the same on four lanes.

const numbers = 6000;

/** Numbers of many sizes, some of them ±0, whose sums depend on their order. */
function drawn(seed: number): Float32Array {
  const draw = uniform(seed);
  return Float32Array.from({ length: numbers }, () => {
    const value = (2 * draw() - 1) * 2 ** Math.floor(8 * draw());
    return draw() < 0.1 ? 0 * value : value;
  });
}

/** What stands in memory after a program has run on drawn numbers, bit by bit. */
function memoryAfter(kind: "wasm" | "plain", write: (writer: Writer) => void, seed = 1) {
  const writer = createWriter(kind === "plain");
  expect(writer.reserve(4 * numbers)).toBe(0);
  writer.routine("all", 0, () => write(writer));
  const program = writer.program();
  const { memory, run } = kind === "plain" ? plainMachine(program) : wasmMachine(program);
  new Float32Array(memory).set(drawn(seed));
  run("all");
  return [...new Uint32Array(memory, 0, numbers)];
}

const shapes = [
  { columns: 1, depth: 1, vectors: 1 },
  { columns: 3, depth: 2, vectors: 3 },
  { columns: 9, depth: 13, vectors: 8 },
  { columns: 17, depth: 5, vectors: 5 },
];
const [weights, from, into] = [0, 4000, 12_000];

test.each(shapes)(
  "a product of $columns × $depth × $vectors has the same bits",
  (one) => {
    const shape = { ...one, weights, from: fixed(from), into: fixed(into) };
    const ways = [
      { columnStride: 4, depthStride: 4 * one.columns, begin: 2000, scales: false },
      { columnStride: 4 * one.depth, depthStride: 4, begin: null, scales: true },
    ];
    for (const way of ways) {
      const write = (writer: Writer) => writeProduct(writer, { ...shape, ...way });
      expect(memoryAfter("plain", write)).toEqual(memoryAfter("wasm", write));
    }
  },
);

test.each(shapes)("a gradient of $depth × $columns × $vectors does, too", (one) => {
  const { depth: inputs, columns: outputs, vectors } = one;
  const size = (inputs + 1) * outputs;
  const biases = into + 4 * inputs * outputs;
  const places = { below: fixed(0), deltas: fixed(from), weights: into, biases };
  for (const adds of [false, true]) {
    const parts = { inputs, outputs, vectors, ...places, adds };
    const [plain, wasm] = (["plain", "wasm"] as const).map((kind) =>
      memoryAfter(kind, (writer) => writeGradient(writer, parts)).slice(
        into / 4,
        into / 4 + size,
      ),
    );
    expect(plain).toEqual(wasm);
  }
});

test("a gradient of products that are all −0 is −0", () => {
  const parts = { inputs: 2, outputs: 3, vectors: 2, adds: false };
  const write = (writer: Writer) => {
    const walks = [[fixed(0), 16] as const];
    writer.each(8, walks, (at) => writer.store(at!, writer.number(0)));
    const below = [[fixed(from), 16] as const];
    writer.each(8, below, (at) => writer.store(at!, writer.number(-1)));
    const own = { below: fixed(0), deltas: fixed(from) };
    const places = { ...own, weights: into, biases: into + 24 };
    writeGradient(writer, { ...parts, ...places });
  };
  const plain = memoryAfter("plain", write).slice(into / 4, into / 4 + 9);
  expect(plain).toEqual(memoryAfter("wasm", write).slice(into / 4, into / 4 + 9));
  expect(plain[0]).toBe(0x80000000);
});

test("turns beside each other do what they do one by one", () => {
  const write = (writer: Writer) => {
    const { load, store, onLanes, number, fold, each, when, repeat, any } = writer;
    const outside = load(fixed(0));
    each(
      75,
      [
        [fixed(16), 32],
        [fixed(into), 48],
      ],
      (at, to) => {
        // A sum over memory that moves on from turn to turn.
        const [sum] = fold(
          5,
          [[behind(at!, 64), 16]],
          [outside],
          ([place], [before]) => [onLanes("add", before!, load(place!))],
          1,
        );
        // Halved until it is below 1, some lanes more often than others.
        const left = writer.variable(onLanes("abs", sum!));
        const isLarge = () => onLanes("most", number(1), left);
        when(any(isLarge()), () => {
          repeat(() => {
            const half = onLanes("mul", left, number(0.5));
            writer.assign(left, onLanes("pick", half, left, isLarge()));
            return any(isLarge());
          });
        });
        store(to!, left);
        const product = onLanes("mul", left, sum!);
        store(behind(to!, 16), onLanes("sub", outside, product));
        // A product with a constant is a step of its own.
        const third = onLanes("mul", number(1 / 3), sum!);
        store(behind(to!, 32), onLanes("add", third, outside));
      },
    );
  };
  expect(memoryAfter("plain", write)).toEqual(memoryAfter("wasm", write));
});

test("a program on blocks is none for WebAssembly", () => {
  const writer = createWriter(true);
  writer.routine("all", 0, () => {
    writer.each(2, [[fixed(0), 16]], (at) => writer.store(at!, writer.number(1)));
  });
  expect(() => wasmModule(writer.program())).toThrow("on blocks");
});
