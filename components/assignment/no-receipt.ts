// When a receipt can be made.
import type { LabState } from "@/components/lab/lab-state";
import { ownSide, reached } from "./learner-attempt";

/** Why a lab's run has no receipt now, in a sentence; null where one can be made. */
export function noReceipt(state: LabState): string | null {
  const { status, run, assigned } = state;
  const side = ownSide(state);
  if (!side) {
    return "A sweep is for trying things out: end it, and train the lab’s own run for a receipt.";
  }
  if (side.ended === "diverged") {
    return "This run diverged: its weights are no longer numbers, so it gives no receipt. Change a setting and train again.";
  }
  if (status === "running") return "Pause, or let the run end, to make a receipt of it.";
  if (reached(side) === 0) return "Press Train below; then you can make your receipt.";
  if (status === "failed") {
    return "The training broke off: train again to make a receipt.";
  }
  if (assigned?.assignment.lock.includes("passes") && reached(side) < run.passes) {
    return `The number of passes is locked: train to pass ${run.passes} for a receipt.`;
  }
  return null;
}
