// Every step of one pass, in order.

import { planOf } from "../run/plan";
import type { Run } from "../run/run";
import { afterStep } from "./after-step";
import { deltasStep, gradientStep } from "./back-steps";
import { batchStep, outputsStep, sumsStep } from "./forward-steps";
import { lossSlopesStep, lossStep } from "./loss-steps";
import { layerNames, scenesOf } from "./pass-names";
import { type PassRecord, recordPass } from "./pass-record";
import type { Step } from "./step";
import { updateStep } from "./update-steps";

export type HandPass = { record: PassRecord; steps: readonly Step[] };

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
    steps: [...steps, { ...afterStep(record), id: "after", batch: null }],
  };
}
