// How many times as quick the compiled kernel is as plain loops in double precision: in one
// Node process, in turns.
import { readFileSync } from "node:fs";
import { compileTraining } from "@/labs/kernel/kernel";
import { trainProgram } from "@/labs/kernel/train-program";
import { wasmModule } from "@/labs/kernel/wasm-module";
import { layered, widthsOf } from "@/labs/network/network";
import { type Plan, planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { createTraining, type Training } from "@/labs/training/training";
import { provideData } from "../labs/provide-data";
import { flopsPerPass } from "./flops";
import { spreadOf } from "./statistics";

const turns = 15;
/** How long one turn of one kernel takes, in milliseconds. */
const turn = 150;

provideData();
const circle: Run = { ...plainRun, samples: 500, split: 0.5 };
const runs: Record<string, Run> = {
  "2-4-2-1": { ...circle, layers: [4, 2] },
  "2-8-8-8-1": { ...circle, layers: [8, 8, 8] },
  "2-64-64-1": { ...circle, layers: [64, 64] },
  "64-32-10": {
    ...{ ...plainRun, data: "digits", samples: 1797, split: 0.8 },
    ...{ layers: [32], loss: "categorical" },
  },
};

/**
 * Milliseconds that this thread computed, as Linux counts them, so that what else runs on
 * the machine counts less; elsewhere those that went by.
 */
function clock(): number {
  try {
    const counted = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8");
    return Number(counted.split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

const wall = () => performance.now();

/** Milliseconds per pass. */
function timeOf(
  training: Pick<Training, "train">,
  state: Float32Array,
  passes: number,
  now = clock,
) {
  const own = state.slice();
  const curve = new Float32Array(2 * passes);
  const begun = now();
  training.train(own, 1, passes, curve);
  return (now() - begun) / passes;
}

/** One network, timed both ways. */
function compared(network: string, run: Run) {
  const { plan, examples, state } = planOf(run);
  const begun = wall();
  const compiled = compileTraining(plan, examples);
  const prepared = wall() - begun;
  const kernels = [createTraining(plan, examples), compiled];
  const passes = kernels.map((kernel) => {
    const until = performance.now() + 600;
    while (performance.now() < until) timeOf(kernel, state, 5, wall);
    return Math.max(1, Math.round(turn / timeOf(kernel, state, 20, wall)));
  });
  const seen = Array.from({ length: turns }, () =>
    kernels.map((kernel, n) => timeOf(kernel, state, passes[n]!)),
  );
  const { median, p10, p90 } = spreadOf(seen.map(([loops, own]) => loops! / own!));
  const [loops, own] = [0, 1].map((n) => spreadOf(seen.map((all) => all[n]!)).median);
  return {
    network,
    points: `${plan.train} + ${plan.test}`,
    "loops, ms": loops!.toPrecision(3),
    "compiled, ms": own!.toPrecision(3),
    times: median.toFixed(2),
    "10 … 90 %": `${p10.toFixed(2)} … ${p90.toFixed(2)}`,
    GFLOPS: (
      flopsPerPass(widthsOf(plan.network), plan.train, plan.test) /
      own! /
      1e6
    ).toFixed(1),
    "first prepared, ms": prepared.toFixed(1),
    "module, kB": (wasmModule(trainProgram(plan).program).length / 1000).toFixed(1),
  };
}

/**
 * Milliseconds from a plan to a module that can be run: the quickest tenth, as
 * other work on the machine only adds to it, and the first.
 */
function compileTime(widths: readonly number[], more: Partial<Plan>) {
  const [inputs = 1, ...outputs] = widths;
  const plan: Plan = {
    network: layered(inputs, outputs.slice(0, -1), ["tanh"], outputs.at(-1)!),
    ...{ loss: "squared", rate: 0.1, batch: 10, seed: 7, train: 250, test: 250 },
    ...{ optimizer: "adam", regularization: "l2", decay: 0.01, drop: 0 },
    ...more,
  };
  const times = Array.from({ length: 25 }, (_, seed) => {
    const begun = wall();
    const { program } = trainProgram({ ...plan, seed });
    const written = wall();
    const bytes = wasmModule(program);
    const encoded = wall();
    new WebAssembly.Module(bytes);
    const compiled = wall();
    return [written - begun, encoded - written, compiled - encoded, compiled - begun];
  });
  const quick = [0, 1, 2, 3].map((n) => spreadOf(times.map((all) => all[n]!)).p10);
  const [writing, encoding, compiling, all] = quick.map((time) => time.toFixed(1));
  return { writing, encoding, compiling, all, first: times[0]![3]!.toFixed(1) };
}

/** What the kernel gains, and what its module costs to make; printed and returned. */
export function kernelGain() {
  const gain = Object.entries(runs).map(([network, run]) => compared(network, run));
  console.log(
    "The kernel compiled for its network, beside the plain loops that labs train with:",
  );
  console.table(gain);
  const compiling = {
    "2-4-2-1": compileTime([2, 4, 2, 1], {}),
    "2-8-8-8-1": compileTime([2, 8, 8, 8, 1], {}),
    "64-32-10": compileTime([64, 32, 10], { loss: "categorical" }),
    "64-64-64-64-64-64-64-10": compileTime([64, 64, 64, 64, 64, 64, 64, 10], {
      ...{ loss: "categorical", drop: 0.3, batch: 100 },
    }),
    "64-63-63-63-63-63-63-10": compileTime([64, 63, 63, 63, 63, 63, 63, 10], {
      ...{ loss: "categorical", drop: 0.3, batch: 32 },
    }),
  };
  console.log("Compiling, ms:");
  console.table(compiling);
  return { gain, compiling };
}
