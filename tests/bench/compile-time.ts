// How long it takes to compile a run's kernel, in Node: whose engine is Chromium's, too.
import { trainProgram } from "@/labs/kernel/train-program";
import { wasmModule } from "@/labs/kernel/wasm-module";
import { layered } from "@/labs/network/network";
import type { Plan } from "@/labs/run/plan";
import { widthsOf } from "./in-browser/problem";
import { rounded, spreadOf } from "./statistics";

const times = 25;

const most = { loss: "categorical", drop: 0.3, batch: 100 } as const;

const asked: readonly { network: string; more: Partial<Plan> }[] = [
  { network: "2-4-2-1", more: {} },
  { network: "2-8-8-8-1", more: {} },
  { network: "2-64-64-1", more: {} },
  { network: "64-32-10", more: { loss: "categorical" } },
  { network: "64-64-64-64-64-64-64-10", more: most },
  { network: "64-63-63-63-63-63-63-10", more: { ...most, batch: 32 } },
];

/** Milliseconds, of which the quickest tenth counts: what else runs here only adds to it. */
export type CompileTime = {
  network: string;
  /** From a plan to its program, to its module's bytes, to a module that can be run. */
  writing: number;
  encoding: number;
  compiling: number;
  all: number;
  /** The first one of all, when nothing is warm. */
  first: number;
  /** The module, in bytes. */
  bytes: number;
};

function compileTime({ network, more }: (typeof asked)[number]): CompileTime {
  const [inputs = 1, ...outputs] = widthsOf(network);
  const plan: Plan = {
    network: layered(inputs, outputs.slice(0, -1), ["tanh"], outputs.at(-1)!),
    ...{ loss: "squared", rate: 0.1, batch: 10, seed: 7, train: 250, held: 250 },
    ...{ optimizer: "adam", regularization: "l2", decay: 0.01, drop: 0 },
    ...more,
  };
  const seen = Array.from({ length: times }, (_, seed) => {
    const begun = performance.now();
    const { program } = trainProgram({ ...plan, seed });
    const written = performance.now();
    const module = wasmModule(program);
    const encoded = performance.now();
    new WebAssembly.Module(module);
    const compiled = performance.now();
    return {
      ...{ writing: written - begun, encoding: encoded - written },
      ...{ compiling: compiled - encoded, all: compiled - begun },
      bytes: module.length,
    };
  });
  const quick = (of: "writing" | "encoding" | "compiling" | "all") =>
    spreadOf(seen.map((one) => one[of])).p10;
  return {
    network,
    ...{ writing: quick("writing"), encoding: quick("encoding") },
    ...{ compiling: quick("compiling"), all: quick("all"), first: seen[0]!.all },
    bytes: seen[0]!.bytes,
  };
}

export const compileTimes = (): CompileTime[] => asked.map(compileTime);

export const compileTable = (seen: readonly CompileTime[]) =>
  seen.map(({ network, bytes, ...milliseconds }) => ({
    network,
    ...Object.fromEntries(
      Object.entries(milliseconds).map(([name, time]) => [`${name}, ms`, rounded(time)]),
    ),
    "module, kB": rounded(bytes / 1000),
  }));
