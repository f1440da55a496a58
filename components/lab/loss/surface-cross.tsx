"use client";
import { useMemo } from "react";
import { weightName } from "@/labs/landscape/weight-name";
import { createMeanLoss } from "@/labs/mean-loss";
import { numberText } from "@/labs/number-text";
import { withWeight } from "@/labs/own/weight-edit";
import { networkOf } from "@/labs/task";
import type { LabState } from "../training/lab-state";
import type { LabControls } from "../training/use-lab";
import styles from "./loss.module.css";
import type { Asked, Place } from "./surface";

/** The most multiplications spent on the exact loss at the cross. */
const most = 4_000_000;

type Props = { state: LabState; controls: LabControls; asked: Asked; cross: Place };

/** Three digits: as far as a reader can point, and as a link is written. */
const rounded = (value: number) => Number(value.toPrecision(3));

/** The loss at the cross, and a run that starts there. */
export function SurfaceCross({ state, controls, asked, cross }: Props) {
  const { side, axes } = asked;
  const [x, y] = [rounded(cross.x), rounded(cross.y)];
  const network = networkOf(side.run);
  const loss = useMemo(() => {
    const { run, sample, weights } = side;
    const judge = { network: networkOf(run), loss: run.loss };
    const numbers = Float64Array.from(weights);
    [numbers[axes[0]], numbers[axes[1]]] = [x, y];
    const count = Math.min(sample.train, Math.ceil(most / numbers.length));
    return createMeanLoss(judge, sample, numbers, 32)(0, count);
  }, [side, axes, x, y]);

  function start() {
    const { run } = state;
    const one = withWeight(run, axes[0], x);
    const both = one && withWeight({ ...run, edits: one }, axes[1], y);
    if (!both) return;
    const changed = { ...run, edits: both };
    if (state.status === "idle") controls.set(changed);
    else controls.trainAnew(changed);
  }

  const [across, up] = axes.map((at) => weightName(side.run, network, at));
  return (
    <div className={styles.column}>
      <p role="status">
        At the cross, “{across}” is {numberText(x)}, “{up}” is {numberText(y)}, and the
        train loss would be <b>{numberText(loss)}</b>.
      </p>
      <div>
        <button type="button" onClick={start}>
          Start the run with these two weights
        </button>
      </div>
    </div>
  );
}
