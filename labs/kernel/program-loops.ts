import { type Address, behind, type Lanes, type Step, type Word } from "./program";

// Loops of a program.

/** A pointer of a loop: where it starts, and by how many bytes it moves each time. */
export type Walk = readonly [start: Address, stride: number];

/** The tools that loops are written with: see `createWriter`. */
type Parts = {
  emit: (step: Step) => void;
  next: () => number;
  inside: (body: () => void) => readonly Step[];
  repeat: (body: () => Word) => void;
  variable: (from: Lanes) => Lanes;
  assign: (to: Lanes, from: Lanes) => void;
  variableWord: (from: Word) => Word;
  assignWord: (to: Word, from: Word) => void;
  onWords: (of: "add" | "sub", left: Word, right: Word | number) => Word;
  constantWord: (value: number) => Word;
  onBlocks: boolean;
};

/** The loops of `createWriter`. */
export function writeLoops(parts: Parts) {
  const { emit, next, inside, repeat, variable, assign, onBlocks } = parts;
  const { variableWord, assignWord, onWords, constantWord } = parts;

  /**
   * Does `body` `count` times, a number of at least 1, with pointers that move on each
   * time and lanes that it makes anew of those of before; gives the last. Where the count
   * is known here, `atOnce` times are written out without a jump between them.
   */
  function fold(
    count: Word | number,
    walks: readonly Walk[],
    first: readonly Lanes[],
    body: (at: readonly Address[], before: readonly Lanes[]) => readonly Lanes[],
    atOnce: number,
  ): readonly Lanes[] {
    const turns = (at: readonly Address[], before: readonly Lanes[], many: number) => {
      let now = before;
      for (let turn = 0; turn < many; turn += 1) {
        now = body(
          walks.map(([, stride], n) => behind(at[n]!, turn * stride)),
          now,
        );
      }
      return now;
    };
    const starts = walks.map(([start]) => start);
    if (typeof count === "number" && count <= atOnce) return turns(starts, first, count);
    const step = typeof count === "number" ? atOnce : 1;
    const rounds =
      typeof count === "number" ? constantWord(Math.floor(count / step)) : count;
    const left = variableWord(rounds);
    const pointers = starts.map(({ base, offset }) => ({
      base: variableWord(base ?? constantWord(0)),
      offset,
    }));
    const kept = first.map(variable);
    repeat(() => {
      const now = turns(pointers, kept, step);
      kept.forEach((one, n) => {
        assign(one, now[n]!);
      });
      pointers.forEach(({ base }, n) => {
        const stride = walks[n]![1];
        if (stride !== 0) assignWord(base, onWords("add", base, step * stride));
      });
      assignWord(left, onWords("sub", left, 1));
      return left;
    });
    return typeof count === "number" ? turns(pointers, kept, count % step) : kept;
  }

  /** Does `body` `count` times, a number of at least 1, with pointers as in `fold`. */
  function loop(
    count: Word | number,
    walks: readonly Walk[],
    body: (...at: readonly Address[]) => void,
    atOnce = 1,
  ) {
    const act = (at: readonly Address[]) => {
      body(...at);
      return [];
    };
    fold(count, walks, [], act, atOnce);
  }

  /** `loop` for a body that does the same in whatever order its turns are taken. */
  function each(
    count: Word | number,
    walks: readonly Walk[],
    body: (...at: readonly Address[]) => void,
    atOnce = 1,
  ) {
    if (!onBlocks) return loop(count, walks, body, atOnce);
    const bases = walks.map(([{ base }]) => base ?? constantWord(0));
    const turns = typeof count === "number" ? constantWord(count) : count;
    const from = [turns, ...bases].map(({ word }) => word);
    const pointers = walks.map(([, stride]) => ({ register: next(), stride }));
    const steps = inside(() => {
      body(
        ...walks.map(([{ offset }], n) => {
          return { base: { word: pointers[n]!.register }, offset };
        }),
      );
    });
    emit({ do: "each", to: null, from, pointers, body: steps });
  }

  return { fold, loop, each };
}
