// The losses that a claim speaks of, for lines across the chart of its run.
import { numberText } from "@/labs/arithmetic/number-text";
import type { Pass } from "@/labs/training/training";
import type { Claim } from "./claim";

/** All that is known of a run before it is trained. */
export type Outset = {
  /** Pass 0: the untrained network. */
  first: Pass;
  /** The test loss of a network that always puts out 0. */
  naiveTestLoss: number;
};

const names = { trainLoss: "", testLoss: "test loss " } as const;

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
    case "testLoss": {
      const how = "ends" in expects ? expects.ends : `stays ${expects.stays}`;
      const label = `claim: ${names[expects.of]}${how} ${numberText(expects.bound)}`;
      return [{ loss: expects.bound, label }];
    }
    case "naiveShare": {
      const loss = (expects.bound / 100) * outset.naiveTestLoss;
      return [{ loss, label: `claim: test loss ${expects.ends} ${numberText(loss)}` }];
    }
    case "gap":
      return last.pass === 0
        ? []
        : [{ loss: last.trainLoss + expects.bound, label: "claim: test loss above" }];
    default:
      return [];
  }
}
