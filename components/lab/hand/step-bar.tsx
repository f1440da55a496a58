import { useId } from "react";
import lab from "../lab.module.css";
import styles from "./hand.module.css";
import type { Hand } from "./use-hand";

/** Back and Next, whether steps ask for a number, and which pass is shown. */
export function StepBar({ hand }: { hand: Hand }) {
  const id = useId();
  const { at, steps, asking, pass, passes } = hand;
  const last = at === steps.length - 1;
  return (
    <div className={lab.buttons}>
      <button type="button" aria-disabled={at === 0} onClick={() => hand.go(at - 1)}>
        Back
      </button>
      <button
        type="button"
        data-next
        className={last ? undefined : lab.primary}
        aria-disabled={last}
        onClick={() => hand.go(at + 1)}
      >
        Next
      </button>
      <label className={lab.tick}>
        <input
          type="checkbox"
          checked={asking}
          onChange={(event) => hand.setAsking(event.target.checked)}
        />
        Ask me for a number first
      </label>
      {passes > 1 && (
        <div className={styles.pass}>
          <label htmlFor={id}>Pass</label>
          <input
            id={id}
            type="number"
            min={1}
            max={passes}
            value={pass}
            onChange={(event) => {
              const typed = event.target.valueAsNumber;
              if (Number.isInteger(typed) && typed >= 1) hand.setPass(typed);
            }}
          />
          of {passes}
        </div>
      )}
    </div>
  );
}
