// What the sick run of a case looked like when it ended: drawn while the page is built.
import { CurveStill, NetworkStill, RunStill } from "@/components/lab/still";
import { trainedSide } from "@/components/lab/trained-side";
import { type Case, runOfCase } from "@/content/clinic/case";
import { counted, numberText } from "@/labs/arithmetic/number-text";
import { attemptOf, neuronsOf } from "@/labs/assignment/attempt";
import { heldSet } from "@/labs/data/sample";
import styles from "./clinic.module.css";

/** The most neurons that are drawn. */
const mostDrawn = 16;

/** The most points of a map: those of a reader's own table are all to be seen. */
const mostPoints = 240;

/** The picture, the curve and, where it is small, the network of a sick run at its end. */
export function CaseFigure({ one }: { one: Case }) {
  const run = runOfCase(one);
  const { ended, passes, weights } = trainedSide(run);
  const last = passes.at(-1) ?? { pass: 0, trainLoss: 0, heldLoss: 0 };
  const held = heldSet(run);
  const { accuracy } = attemptOf(run, weights, "cpu", new Set());
  const numbers = [
    `train loss ${numberText(last.trainLoss)}`,
    `${held} loss ${numberText(last.heldLoss)}`,
    ...(accuracy === null || held !== "test"
      ? []
      : [`${numberText(100 * accuracy)} % of the test examples right`]),
  ];
  const says =
    ended === "diverged"
      ? `The sick run ended by itself after ${counted(last.pass, "pass", "passes")}: its numbers were beyond all bounds.`
      : `The sick run after ${counted(last.pass, "pass", "passes")}: ${numbers.join(", ")}.`;
  const small = run.layers.length > 0 && neuronsOf(run) <= mostDrawn;
  return (
    <figure className={styles.figure}>
      <div className={styles.panels}>
        <div className={styles.square}>
          <RunStill run={run} most={mostPoints} tested />
        </div>
        <div className={styles.wide}>
          <CurveStill run={run} />
        </div>
        {small && (
          <div className={styles.square}>
            <NetworkStill run={run} />
          </div>
        )}
      </div>
      <figcaption>
        {says} The train loss is drawn solid, the {held} loss dashed. Train it below to
        look closer.
      </figcaption>
    </figure>
  );
}
