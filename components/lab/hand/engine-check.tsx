import type { PassRecord } from "@/labs/hand/pass-record";
import { shortText } from "@/labs/hand/written-number";
import type { Side } from "../training/sides";
import styles from "./hand.module.css";

/** Whether the engine, on whatever device, came to the weights of the steps. */
export function EngineCheck({ record, side }: { record: PassRecord; side: Side }) {
  const { pass, weights } = record;
  const trained = side.trail.find((moment) => moment.pass === pass);
  const off = trained?.weights.reduce(
    (most, weight, at) => Math.max(most, Math.abs(weight - weights[at]!)),
    0,
  );
  return (
    <p className={styles.engine}>
      {off === undefined
        ? `Train the run, and the weights of its engine after pass ${pass} are compared with these.`
        : off === 0
          ? `The engine has trained pass ${pass} as well, and came to the very same weights.`
          : `The engine has trained pass ${pass} as well; its weights differ from these by at most ${shortText(off)}.`}
    </p>
  );
}
