// The losses that a claim speaks of, for lines across the chart of its run.
import { numberText } from "@/labs/arithmetic/number-text";
import type { HeldSet } from "@/labs/data/sample";
import type { Pass } from "@/labs/training/training";
import type { Claim } from "./claim";

/** All that is known of a run before it is trained. */
export type Outset = {
  /** Pass 0: the untrained network. */
  first: Pass;
  /** The set that its curve is of, beside the training set. */
  held: HeldSet;
  /** The test loss of a network that always puts out 0. */
  naiveTestLoss: number;
};

const names = {
  trainLoss: "",
  validationLoss: "validation loss ",
  testLoss: "test loss ",
} as const;

/**
 * The losses that a claim's condition sets, each with a few words; none where it speaks of
 * something else. `last` is the latest pass of its run: a gap is a bound from there.
 */
export function boundsOf(
  { expects }: Claim,
  outset: Outset,
  last: Pass,
): readonly { loss: number; label: string }[] {
  switch (expects.of) {
    case "trainLoss":
    case "validationLoss":
    case "testLoss": {
      if (expects.of === "testLoss" && outset.held !== "test") return [];
      const how = "ends" in expects ? expects.ends : `stays ${expects.stays}`;
      const label = `claim: ${names[expects.of]}${how} ${numberText(expects.bound)}`;
      return [{ loss: expects.bound, label }];
    }
    case "naiveShare": {
      if (outset.held !== "test") return [];
      const loss = (expects.bound / 100) * outset.naiveTestLoss;
      return [{ loss, label: `claim: test loss ${expects.ends} ${numberText(loss)}` }];
    }
    case "gap":
      return last.pass === 0
        ? []
        : [
            {
              loss: last.trainLoss + expects.bound,
              label: `claim: ${outset.held} loss ${expects.ends}`,
            },
          ];
    default:
      return [];
  }
}
