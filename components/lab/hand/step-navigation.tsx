import { Button } from "@/components/kit/button";
import { IndexChoice } from "@/components/kit/choice";
import { Field } from "@/components/kit/field";
import { Row } from "@/components/kit/layout";
import { Tick } from "@/components/kit/tick";
import type { Step } from "@/labs/hand/step";
import styles from "./step-navigation.module.css";
import type { Hand } from "./use-hand";

/** Back and Next, whether steps ask for a number, and which pass is shown. */
export function StepBar({ hand }: { hand: Hand }) {
  const { at, steps, asking, pass, passes } = hand;
  const last = at === steps.length - 1;
  return (
    <Row>
      <Button inactive={at === 0} onClick={() => hand.go(at - 1)}>
        Back
      </Button>
      <Button
        data-next
        look={last ? undefined : "primary"}
        inactive={last}
        onClick={() => hand.go(at + 1)}
      >
        Next
      </Button>
      <Tick checked={asking} onChange={(event) => hand.setAsking(event.target.checked)}>
        Ask me for a number first
      </Tick>
      {passes > 1 && (
        <Field label="Pass" inline>
          {(control) => (
            <>
              <input
                {...control}
                className={styles.pass}
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
            </>
          )}
        </Field>
      )}
    </Row>
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
  const { steps, at, step } = hand;
  const last = Math.max(...steps.map(({ batch }) => batch ?? 0));
  const batch = step?.batch ?? last;
  const firstOf = (batch: number) => steps.findIndex((step) => step.batch === batch);
  return (
    <nav className={styles.list} aria-label="Steps of the pass">
      {last > 0 && (
        <IndexChoice
          label="Batch"
          inline
          options={Array.from(
            { length: last + 1 },
            (_, at) => `${at + 1} of ${last + 1}`,
          )}
          value={batch}
          onChoose={(batch) => hand.go(firstOf(batch))}
        />
      )}
      {groupsOf(steps, batch, last).map(({ name, steps }) => (
        <div key={name} role="group" aria-label={name}>
          <span aria-hidden="true">{name}</span>
          <div>
            {steps.map(({ step, index }) => (
              <Button
                key={step.id}
                aria-label={`${step.short}, ${step.title}`}
                title={step.title}
                aria-current={index === at ? "step" : undefined}
                onClick={() => hand.go(index)}
              >
                {step.short}
              </Button>
            ))}
          </div>
        </div>
      ))}
    </nav>
  );
}
