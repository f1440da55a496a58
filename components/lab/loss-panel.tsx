"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { LossChart } from "@/components/chart/loss-chart";
import {
  type CurveKind,
  curveKinds,
  curveSentence,
  type LossCurve,
} from "@/components/chart/loss-curves";
import { LossTable } from "@/components/chart/loss-table";
import { Button } from "@/components/kit/button";
import { Choice } from "@/components/kit/choice";
import { Row } from "@/components/kit/layout";
import { Tick } from "@/components/kit/tick";
import { numberText } from "@/labs/arithmetic/number-text";
import styles from "./loss-panel.module.css";
import { useShelf } from "./shelf/shelf-store";
import type { LabState } from "./training/lab-state";
import type { Side } from "./training/side";

/** The loss curves as a chart, with a sentence for everyone and a table on demand. */
export function LossPanel({ state }: { state: LabState }) {
  const { lab, sides } = state;
  const [logarithmic, setLogarithmic] = useState(false);
  const [chosen, setKind] = useState<CurveKind | null>(null);
  const [asTable, setAsTable] = useState(false);
  const shelf = useShelf(lab.id);
  const kept = useMemo(
    () =>
      shelf
        .filter(({ drawn }) => drawn)
        .map(
          ({ id, name, curve, diverged }): LossCurve => ({
            id,
            label: name,
            passes: curve,
            diverged,
          }),
        ),
    [shelf],
  );
  // The chart may lag behind the passes: training never waits for it.
  const drawn = useDeferredValue(sides);
  const now = useMemo(
    () =>
      drawn.map(
        ({ label, passes, ended }, at): LossCurve => ({
          id: `side-${at}`,
          label,
          passes,
          diverged: ended === "diverged",
        }),
      ),
    [drawn],
  );
  const kind = chosen ?? (sides.length + kept.length > 2 ? "trainLoss" : "both");
  const curves = useMemo(() => [...now, ...kept], [now, kept]);
  return (
    <div className={styles.curve} role="group" aria-label="Loss by pass">
      <LossChart
        label="Loss by pass"
        curves={curves}
        passes={Math.max(...sides.map(({ run }) => run.passes))}
        kind={kind}
        logarithmic={logarithmic}
      />
      <CurveSummary sides={sides} />
      <Row>
        <Choice
          label={<span className="visually-hidden">Curves</span>}
          value={kind}
          named={curveKinds}
          onChoose={setKind}
          inline
        />
        <Tick
          checked={logarithmic}
          onChange={({ target }) => setLogarithmic(target.checked)}
        >
          Logarithmic
        </Tick>
        <Button aria-expanded={asTable} onClick={() => setAsTable(!asTable)}>
          Data table
        </Button>
      </Row>
      {asTable && <LossTable curves={now} />}
    </div>
  );
}

/** The curves of all sides in words. */
function CurveSummary({ sides }: { sides: readonly Side[] }) {
  if (sides.length === 1) return <p>{curveSentence(sides[0]?.passes ?? [])}</p>;
  return (
    <dl
      className={styles.ends}
      aria-label={`After pass ${sides[0]?.passes.at(-1)?.pass}`}
    >
      {sides.map((side) => (
        <div key={side.label}>
          <dt>{side.label}</dt>
          <dd>{endOf(side)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How one of several curves ended, in a few words. */
function endOf({ passes, ended }: Side): string {
  const last = passes.at(-1);
  if (!last) return "";
  const losses = `train loss ${numberText(last.trainLoss)}, test loss ${numberText(last.testLoss)}`;
  return ended === "diverged" ? `diverged after pass ${last.pass}` : losses;
}
