import { lossText } from "@/labs/claim";
import styles from "../lab.module.css";
import type { Side } from "../side";
import { inWords } from "./curve";

/** What one of several curves came to, in a few words. */
function inShort({ passes, ended }: Side): string {
  const last = passes.at(-1);
  if (!last) return "";
  const losses = `train loss ${lossText(last.trainLoss)}, test loss ${lossText(last.testLoss)}`;
  return ended === "diverged" ? `diverged after pass ${last.pass}` : losses;
}

/** The curves of all sides in words. */
export function CurveSummary({ sides }: { sides: readonly Side[] }) {
  if (sides.length === 1) return <p>{inWords(sides[0]?.passes ?? [])}</p>;
  return (
    <dl
      className={styles.ends}
      aria-label={`After pass ${sides[0]?.passes.at(-1)?.pass}`}
    >
      {sides.map((side) => (
        <div key={side.label}>
          <dt>{side.label}</dt>
          <dd>{inShort(side)}</dd>
        </div>
      ))}
    </dl>
  );
}
