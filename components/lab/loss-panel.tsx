"use client";
import { useDeferredValue, useId, useMemo, useState } from "react";
import { Chart } from "@/components/chart/chart";
import {
  type CurveKind,
  curveKinds,
  inWords,
  lossLines,
} from "@/components/chart/loss-curves";
import { LossTable } from "@/components/chart/loss-table";
import { lossText } from "@/labs/claim";
import styles from "./lab.module.css";
import { useShelf } from "./shelf/shelf-store";
import type { LabState } from "./training/lab-state";
import type { Side } from "./training/sides";

const isKind = (text: string): text is CurveKind => Object.hasOwn(curveKinds, text);

/** The loss curves as a chart, with a sentence for everyone and a table on demand. */
export function LossPanel({ state }: { state: LabState }) {
  const id = useId();
  const { lab, sides } = state;
  const [logarithmic, setLogarithmic] = useState(false);
  const [chosen, setKind] = useState<CurveKind | null>(null);
  const [asTable, setAsTable] = useState(false);
  const shelf = useShelf(lab.id);
  const kept = useMemo(() => shelf.filter((run) => run.drawn), [shelf]);
  // The chart may lag behind the passes: training never waits for it.
  const drawn = useDeferredValue(sides);
  const kind = chosen ?? (sides.length + kept.length > 2 ? "trainLoss" : "both");
  const lines = useMemo(
    () => lossLines(drawn, kept, kind, logarithmic),
    [drawn, kept, kind, logarithmic],
  );
  return (
    <div className={styles.curve} role="group" aria-label="Loss by pass">
      <Chart
        label="Loss by pass"
        lines={lines}
        xLabel="pass"
        yLabel="loss"
        yLog={logarithmic}
        {...(!logarithmic && { yFrom: 0 })}
      />
      <CurveSummary sides={sides} />
      <div className={styles.row}>
        <label htmlFor={id} className="visually-hidden">
          Curves
        </label>
        <select
          id={id}
          value={kind}
          onChange={({ target }) => isKind(target.value) && setKind(target.value)}
        >
          {Object.entries(curveKinds).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={logarithmic}
            onChange={(event) => setLogarithmic(event.target.checked)}
          />
          Logarithmic
        </label>
        <button
          type="button"
          aria-expanded={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          Data table
        </button>
      </div>
      {asTable && <LossTable sides={drawn} />}
    </div>
  );
}

/** What one of several curves came to, in a few words. */
function inShort({ passes, ended }: Side): string {
  const last = passes.at(-1);
  if (!last) return "";
  const losses = `train loss ${lossText(last.trainLoss)}, test loss ${lossText(last.testLoss)}`;
  return ended === "diverged" ? `diverged after pass ${last.pass}` : losses;
}

/** The curves of all sides in words. */
function CurveSummary({ sides }: { sides: readonly Side[] }) {
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
