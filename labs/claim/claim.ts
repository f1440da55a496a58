// A lesson's claim about a run, checked by the tests and by the reader.
import { parseRunWith } from "@/labs/run/link";
import type { Run } from "@/labs/run/run";

/** The condition on a run's curve for its claim to hold. */
type Expectation =
  /** The loss after the last pass. */
  | { of: ClaimedLoss; ends: "below" | "above"; bound: number }
  /** The loss after each pass but the first `from`; of a test set that is not closed. */
  | { of: ClaimedLoss; stays: "below" | "above"; bound: number; from: number }
  /** Test loss, or validation loss where the run has one, less train loss at the end. */
  | { of: "gap"; ends: "below" | "above"; bound: number }
  /** The last validation loss less the lowest. */
  | { of: "rise"; ends: "below" | "above"; bound: number }
  /** The share of test examples given the right class after the last pass, in percent. */
  | { of: "testAccuracy"; ends: "below" | "above"; bound: number }
  /**
   * The share of the test examples of the class +1 that is found where yes is said from a
   * chance of `threshold` on, both in percent.
   */
  | { of: "recall"; threshold: number; ends: "below" | "above"; bound: number }
  /** The test loss in percent of what a network that always puts out 0 has. */
  | { of: "naiveShare"; ends: "below" | "above"; bound: number }
  /** The weights stop being numbers before the run ends. */
  | { of: "divergence" };

/** A loss by the set that it is of; that of a closed test set is told at the end. */
export type ClaimedLoss = "trainLoss" | "validationLoss" | "testLoss";

/** A sentence of a lesson, the run that it is about, and what must be seen of it. */
export type Claim = {
  id: string;
  /** The sentence, as the lesson and the lab show it. */
  says: string;
  /** The link of the run, read against the lab's own run. */
  link: string;
  expects: Expectation;
  /** Arithmetic worked out for these points and this seed; any other claim is about every seed. */
  worked?: true;
};

/** The run that a claim is about, whose records have names. Throws where its link is not wholly legal. */
export function claimedRun(claim: Claim, base: Run): Run {
  const { run, refused } = parseRunWith(undefined, claim.link, base);
  if (refused[0]) throw new Error(`Claim ${claim.id}: ${refused[0].says}`);
  return run;
}
