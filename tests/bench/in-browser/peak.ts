import type { Lanes } from "@/labs/kernel/program";
import { createWriter } from "@/labs/kernel/program-writer";
import { wasmMachine } from "@/labs/kernel/wasm-machine";

/** Each chain waits only for itself; so many keep a core's units busy, in its registers. */
const chains = 12;
/** Multiplications and additions of each chain in one round. */
const steps = 8;
const rounds = 20_000;

/** A program of nothing but multiplications and additions of four lanes of f32. */
function multiplyAndAdd() {
  const writer = createWriter();
  const { onLanes, number, store, fold } = writer;
  const into = writer.reserve(16);
  writer.routine("all", 1, (count) => {
    const [factor, term] = [number(0.999), number(0.001)];
    const first = Array.from({ length: chains }, (_, n) => number(n));
    const next = (one: Lanes) => onLanes("add", onLanes("mul", one, factor), term);
    const turn = (_: unknown, before: readonly Lanes[]) => {
      let now = before;
      for (let step = 0; step < steps; step += 1) now = now.map(next);
      return now;
    };
    // The result depends on all of it, so that nothing can be left out.
    const sum = fold(count!, [], first, turn, 1).reduce((all, one) =>
      onLanes("add", all, one),
    );
    store({ base: null, offset: into }, sum);
  });
  return { ...wasmMachine(writer.program()), into };
}

let machine: ReturnType<typeof multiplyAndAdd> | null = null;

/**
 * The most arithmetic that lanes of f32 reach on one core of this machine now, in operations
 * per second.
 */
export function peakFlops(): number {
  machine ??= multiplyAndAdd();
  const { run, memory, into } = machine;
  let best = 0;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const before = performance.now();
    run("all", rounds);
    const seconds = (performance.now() - before) / 1000;
    best = Math.max(best, (2 * 4 * chains * steps * rounds) / seconds);
  }
  if (!(new Float32Array(memory, into)[0]! > 0)) throw new Error("There was no peak.");
  return best;
}
