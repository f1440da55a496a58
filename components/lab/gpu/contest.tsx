"use client";
// One measurement: its lines, who is ahead where, and what it cost beside.
import { useState } from "react";
import { Chart, type ChartLine } from "@/components/chart/chart";
import { download } from "@/components/kit/download";
import { durationText } from "@/labs/measure/duration";
import {
  csvOf,
  type Subject,
  type Way,
  wayNames,
  ways,
} from "@/labs/measure/measurement";
import styles from "../lab.module.css";
import { Apart } from "./apart";
import { ContestTable } from "./contest-table";
import own from "./gpu.module.css";
import { answerOf, crossoverOf, detailsOf, subjects } from "./measured-words";
import type { Measurement } from "./measurement-state";

const looks: Readonly<Record<Way, Pick<ChartLine, "tone" | "dash">>> = {
  cpu: { tone: -1, dash: "solid" },
  steps: { tone: 1, dash: "dashed" },
  one: { tone: 0, dash: "dotted" },
};

export function Contest({
  what,
  measured,
  status,
  fault,
}: Measurement & { what: Subject }) {
  const [asTable, setAsTable] = useState(false);
  const { title, size } = subjects[what];
  const lines = wayNames.flatMap((way): ChartLine[] => {
    const points = measured.lines[way].map(({ size, time }) => ({ x: size, y: time }));
    const { label } = ways[way];
    return points.length > 0
      ? [{ id: way, label, points, dots: true, ...looks[way] }]
      : [];
  });
  const crossover = crossoverOf(measured);
  const answer = status === "measuring" ? null : answerOf(what, measured);
  const details = status === "measuring" ? [] : detailsOf(what, measured);
  return (
    <div role="group" className={own.contest} aria-label={title} data-measured={status}>
      <h3>{title}</h3>
      {fault && <p className={styles.fault}>{fault}</p>}
      {measured.faults.map(({ way, why }) => (
        <p key={way} className={styles.fault}>
          {ways[way].label} ended early: {why}
        </p>
      ))}
      {lines.length > 0 && (
        <Chart
          label={`${title}: time by n`}
          lines={lines}
          xLabel="n"
          yLabel="time"
          xLog
          yLog
          marks={crossover === null ? [] : [{ x: crossover, label: "crossover" }]}
          formatY={durationText}
        />
      )}
      {answer && <p className={own.answer}>{answer}</p>}
      {details.length > 1 && (
        <ul className={`${styles.small} ${own.details}`}>
          {details.map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      )}
      <Apart measured={measured} />
      <div className={styles.row}>
        <button
          type="button"
          aria-expanded={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          Data table
        </button>
        <button
          type="button"
          onClick={() => download(`gpu-${what}.csv`, csvOf(what, measured), "text/csv")}
        >
          Save as CSV
        </button>
      </div>
      {asTable && <ContestTable lines={measured.lines} title={title} size={size} />}
    </div>
  );
}
