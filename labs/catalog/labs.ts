import { batchSize } from "./batch-size";
import { handPicked } from "./hand-picked";
import { network } from "./network";
import { sameSetUp } from "./same-set-up";
import { whichLoss } from "./which-loss";

/** Every lab by its id, in the order of the course. */
export const labs = {
  "hand-picked": handPicked,
  network,
  "which-loss": whichLoss,
  "batch-size": batchSize,
  "same-set-up": sameSetUp,
} as const;

export type LabId = keyof typeof labs;

export function isLabId(text: string): text is LabId {
  return Object.hasOwn(labs, text);
}
