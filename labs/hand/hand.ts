import { type HeldSet, heldSet } from "@/labs/data/sample";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { deltasStep, gradientStep, updateStep } from "./backward-pass";
import {
  batchStep,
  lossSlopesStep,
  lossStep,
  outputsStep,
  sumsStep,
} from "./forward-pass";
import { cellAt, type Grid, type GridCell } from "./grid";
import { layerNames, scenesOf } from "./pass-names";
import { type PassRecord, recordPass } from "./pass-record";
import { meanOf, type Step, type StepPart } from "./step";

// One pass by hand: every step in order, with its matrices, its formulas and its words.

type HandPass = { record: PassRecord; steps: readonly Step[] };

/**
 * Pass `pass` of a run, counted from 1, step by step. For small runs: see `handLimits`.
 */
export function handPass(run: Run, pass = 1): HandPass {
  const record = recordPass(planOf(run), pass);
  const names = layerNames(run, record.plan.network);
  const steps = record.batches.flatMap((batch, index): Step[] => {
    const scenes = scenesOf(batch, names);
    const backwards = scenes.toReversed();
    const { plan } = record;
    const parts = [
      batchStep(scenes),
      ...scenes.flatMap((scene) =>
        scene.last ? [sumsStep(scene)] : [sumsStep(scene), outputsStep(scene)],
      ),
      lossStep(scenes, plan.loss),
      lossSlopesStep(scenes, plan.loss),
      ...backwards.flatMap((scene) => {
        const below = scenes[scene.index - 1];
        return below
          ? [gradientStep(scene), deltasStep(below, scene)]
          : [gradientStep(scene)];
      }),
      ...scenes.map((scene) => updateStep(scene, plan)),
    ];
    return parts.map((part) => ({
      ...part,
      id: `${index} ${part.title}`,
      batch: index,
    }));
  });
  return {
    record,
    steps: [...steps, { ...afterStep(record, heldSet(run)), id: "after", batch: null }],
  };
}

// The end of a pass.

/** The losses before and after the pass. */
function afterStep(record: PassRecord, set: HeldSet): StepPart {
  const { plan, pass, before, after, batches } = record;
  const { train, held } = plan;
  const count = train + held;
  const examples = Array.from({ length: count }, (_, index) =>
    index < train ? `example ${index + 1}` : `${set} ${index + 1 - train}`,
  );
  const each: Grid = {
    id: "each",
    symbol: "ℓ",
    name: "loss of each example",
    rows: examples,
    columns: ["before", "after"],
    data: Float64Array.from(
      { length: 2 * count },
      (_, place) => [before, after].map((judged) => judged.each)[place % 2]![place >> 1]!,
    ),
  };
  const means: Grid = {
    id: "means",
    symbol: "L",
    name: "mean losses",
    rows: ["train loss", `${set} loss`],
    columns: ["before", "after"],
    data: Float64Array.of(before.train, after.train, before.held, after.held),
  };
  const rows = (row: number) =>
    examples.map((_, index) => index).filter((index) => index < train === (row === 0));
  const steps = batches.length;
  return {
    phase: "after",
    layer: null,
    nodes: null,
    short: "L′",
    title: `After pass ${pass}`,
    says:
      `${train === 1 ? "The training example has" : `The ${train} training examples have`} been seen, in ${steps === 1 ? "one step" : `${steps} steps`}. ` +
      `The chart shows these losses of the whole training set and of the ${set} set.`,
    formula: `L = mean of ℓ, over the training examples and over the ${set} examples`,
    lines: [[each, "give", means]],
    made: [
      {
        grid: means,
        working: (row, column, write) => ({
          expression: meanOf(
            rows(row).map((index) => cellAt(each, index, column)),
            write,
          ),
          uses: rows(row).map(
            (index): GridCell => ({ grid: each.id, row: index, column }),
          ),
        }),
      },
    ],
    asks: null,
  };
}
