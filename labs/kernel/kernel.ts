// The CPU's training, compiled for the network at hand: a plan becomes a program, and that a
// WebAssembly module or, where there is none, plain JavaScript with the same bits. All is in
// single precision in a fixed order; `training/` has the same in double precision.
import type { Examples, Plan } from "../run/plan";
import { noLoss, type Training } from "../training/training";
import { four, type MeasuredSet, mostPasses, single } from "./layout";
import { plainMachine } from "./plain-machine";
import type { Machine } from "./program";
import { type TrainProgram, trainProgram } from "./train-program";
import { hasWasmLanes, wasmMachine } from "./wasm-machine";

/** The two ways to run a program; a test may ask for one. */
export type MachineKind = "wasm" | "plain";

function machineFor(plan: Plan, kind: MachineKind | null): Prepared {
  if (kind === "wasm" || (kind === null && hasWasmLanes())) {
    const { program, layout } = trainProgram(plan);
    try {
      return { layout, machine: wasmMachine(program) };
    } catch (error) {
      // A page's policy may forbid it; the same bits take longer then.
      if (kind === "wasm") throw error;
    }
  }
  const { program, layout } = trainProgram(plan, true);
  return { layout, machine: plainMachine(program) };
}

type Prepared = { layout: TrainProgram["layout"]; machine: Machine };

/**
 * Prepares a plan's training: writes its program, makes it ready to run and copies the
 * examples into its memory. It runs in WebAssembly where that is allowed, unless `kind` says
 * otherwise. Throws where there is no memory left.
 */
export function compileTraining(
  plan: Plan,
  examples: Examples,
  kind: MachineKind | null = null,
): Training {
  const { layout, machine } = machineFor(plan, kind);
  const { memory, run } = machine;
  const floats = new Float32Array(memory);
  fillExamples(plan, examples, layout, memory);
  for (const { weightsAt, biasesAt } of plan.network.layers) {
    const decays = layout.decays / single;
    floats.fill(plan.decay, decays + weightsAt, decays + biasesAt);
  }

  const { size } = plan.network;
  const lists = [layout.weights, ...layout.slots].map((at) =>
    floats.subarray(at / single, at / single + size),
  );
  function setState(state: Float32Array) {
    lists.forEach((list, n) => {
      list.set(state.subarray(n * size, (n + 1) * size));
    });
  }
  const { train, held } = layout.measured;
  return {
    losses(state) {
      setState(state);
      run("losses");
      return {
        trainLoss: floats[train.loss / single]!,
        heldLoss: floats[held.loss / single]!,
      };
    },
    train(state, first, count, curve) {
      setState(state);
      for (let done = 0; done < count; done += mostPasses) {
        const passes = Math.min(mostPasses, count - done);
        run("train", first + done, passes);
        const from = layout.curve / single;
        curve.set(floats.subarray(from, from + 2 * passes), 2 * done);
      }
      lists.forEach((list, n) => {
        state.set(list, n * size);
      });
      if (curve[2 * count - 1] === noLoss) plainNaNs(state);
    },
  };
}

/** The bits of a NaN are the processor's choice; here all are alike. */
function plainNaNs(numbers: Float32Array) {
  const bits = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  numbers.forEach((number, at) => {
    if (Number.isNaN(number)) bits[at] = 0x7fc00000;
  });
}

/** Copies the examples to where the program expects them. */
function fillExamples(
  plan: Plan,
  { features, targets }: Examples,
  layout: TrainProgram["layout"],
  memory: ArrayBuffer,
) {
  const { train } = plan;
  const { inputs } = plan.network.layers[0]!;
  const floats = new Float32Array(memory);
  floats.set(features.subarray(0, train * inputs), layout.features / single);
  floats.set(targets.subarray(0, train), layout.targets / single);

  const { vectors, ...measured } = layout.measured;
  const rows = (vectors * four) / single;
  function fillSet(set: MeasuredSet, from: number) {
    const masks = new Int32Array(memory, set.masks, set.blocks * rows);
    masks.fill(-1, 0, set.count);
    for (let row = 0; row < set.blocks * rows; row += 1) {
      // A row that only fills a block up repeats the first.
      const example = from + (row < set.count ? row : 0);
      const block = Math.floor(row / rows);
      floats[set.targets / single + row] = targets[example]!;
      const into = set.features / single + block * rows * inputs + (row % rows);
      for (let i = 0; i < inputs; i += 1) {
        floats[into + i * rows] = features[example * inputs + i]!;
      }
    }
  }
  fillSet(measured.train, 0);
  fillSet(measured.held, train);
}
