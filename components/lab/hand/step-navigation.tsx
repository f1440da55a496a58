import { useId } from "react";
import lab from "@/components/lab/lab.module.css";
import type { Step } from "@/labs/hand/step";
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

const phases = {
  forward: "Forward",
  loss: "Loss",
  back: "Back",
  update: "Update",
  after: "After",
} as const;

type Numbered = { step: Step; index: number };

/** The steps of one batch by phase; the step after the last batch stands behind it. */
function groupsOf(steps: readonly Step[], batch: number, last: number) {
  const own = steps
    .map((step, index): Numbered => ({ step, index }))
    .filter(
      ({ step }) => step.batch === batch || (step.batch === null && batch === last),
    );
  return Object.entries(phases)
    .map(([phase, name]) => ({
      name,
      steps: own.filter(({ step }) => step.phase === phase),
    }))
    .filter(({ steps }) => steps.length > 0);
}

/** Every step of the pass, to jump to: one batch at a time. */
export function StepList({ hand }: { hand: Hand }) {
  const id = useId();
  const { steps, at, step } = hand;
  const last = Math.max(...steps.map(({ batch }) => batch ?? 0));
  const batch = step?.batch ?? last;
  const firstOf = (batch: number) => steps.findIndex((step) => step.batch === batch);
  return (
    <nav className={styles.list} aria-label="Steps of the pass">
      {last > 0 && (
        <div className={styles.pass}>
          <label htmlFor={id}>Batch</label>
          <select
            id={id}
            value={batch}
            onChange={(event) => hand.go(firstOf(Number(event.target.value)))}
          >
            {Array.from({ length: last + 1 }, (_, index) => (
              <option key={index} value={index}>
                {index + 1} of {last + 1}
              </option>
            ))}
          </select>
        </div>
      )}
      {groupsOf(steps, batch, last).map(({ name, steps }) => (
        <div key={name} role="group" aria-label={name}>
          <span aria-hidden="true">{name}</span>
          <div>
            {steps.map(({ step, index }) => (
              <button
                key={step.id}
                type="button"
                aria-label={`${step.short}, ${step.title}`}
                title={step.title}
                aria-current={index === at ? "step" : undefined}
                onClick={() => hand.go(index)}
              >
                {step.short}
              </button>
            ))}
          </div>
        </div>
      ))}
    </nav>
  );
}
