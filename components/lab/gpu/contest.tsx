"use client";
import { Fragment, useState } from "react";
import { Chart, type ChartLine } from "@/components/chart/chart";
import { download } from "@/components/kit/download";
import styles from "@/components/lab/lab.module.css";
import type { SizeText, Timing, Timings } from "@/labs/measure/crossover";
import { durationText } from "@/labs/measure/duration";
import {
  csvOf,
  type Measured,
  onGpu,
  type Subject,
  type Way,
  wayNames,
  ways,
} from "@/labs/measure/measurement";
import own from "./gpu.module.css";
import { answerOf, crossoverOf, detailsOf, subjects } from "./measured-words";
import type { Measurement } from "./use-measurement";

// One measurement: its lines, who is ahead where, and what it cost beside.

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

/** The most that the first time cost beyond the later ones. */
function extraOf(line: Timings): string | null {
  const extra = line.map(({ time, first }) => first - time).filter((more) => more > 0);
  return extra.length > 0 ? `up to ${durationText(Math.max(...extra))} more` : null;
}

/** What the lines leave out: what is paid once, and what is paid for each answer. */
function Apart({ measured }: { measured: Measured }) {
  const { found, readBack, lines } = measured;
  if (!found || found.kind === "none") return null;
  const parts = [
    { what: "Opening the GPU, with a first test", time: durationText(found.opened) },
    { what: "First time at a size, op by op", time: extraOf(lines.steps) },
    { what: "First time at a size, in one dispatch", time: extraOf(lines.one) },
    {
      what: "One number back from the GPU",
      time: readBack === null ? null : durationText(readBack),
    },
  ];
  return (
    <>
      <p className={styles.small}>
        Not in the lines, because it is paid once, or once for each answer:
      </p>
      <dl className={own.apart}>
        {parts.map(
          ({ what, time }) =>
            time && (
              <Fragment key={what}>
                <dt>{what}</dt>
                <dd>{time}</dd>
              </Fragment>
            ),
        )}
      </dl>
    </>
  );
}

/** The CPU has nothing to compile beforehand. */
const cellText = (way: Way, { time, first }: Timing) =>
  onGpu(way) ? `${durationText(time)} (${durationText(first)})` : durationText(time);

type Props = { lines: Measured["lines"]; title: string; size: SizeText };

/** Every time measured, and in brackets the very first one, with its compilation. */
function ContestTable({ lines, title, size }: Props) {
  const shown = wayNames.filter((way) => lines[way].length > 0);
  const measured = shown.flatMap((way) => lines[way].map((timing) => timing.size));
  const rows = [...new Set(measured)].sort((one, other) => one - other);
  return (
    <div
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
      tabIndex={0}
      role="group"
      aria-label={`${title}: table`}
    >
      <table className={own.table}>
        {shown.some(onGpu) && (
          <caption>In brackets: the GPU’s very first time, with compiling.</caption>
        )}
        <thead>
          <tr>
            <th scope="col">Size</th>
            {shown.map((way) => (
              <th scope="col" key={way}>
                {ways[way].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{size(row)}</th>
              {shown.map((way) => {
                const timing = lines[way].find((one) => one.size === row);
                return <td key={way}>{timing ? cellText(way, timing) : "–"}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
