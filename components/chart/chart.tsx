"use client";
// A chart of lines, loaded when it is first shown. Say in text, too, what it shows.
import { lazy, memo, Suspense } from "react";
import styles from "./chart.module.css";
import { type ChartLine, type ChartProps, colourOf, dashOf } from "./chart-line";

const Unloaded = () => (
  <p>The chart could not be loaded; the data table has its numbers.</p>
);

const Lines = lazy(async () => {
  const loaded = await import("./line-chart").catch(() => null);
  return { default: loaded?.LinesChart ?? Unloaded };
});

/**
 * Draws lines anew only where its props differ: give it the same list as long as it can.
 */
export const Chart = memo(function Chart(props: ChartProps) {
  return (
    <div className={styles.chart} dir="ltr" style={{ minBlockSize: props.height ?? 260 }}>
      {props.lines.length > 1 && <Legend lines={props.lines} />}
      <Suspense fallback={<p className={styles.waiting}>Loading the chart…</p>}>
        <Lines {...props} />
      </Suspense>
    </div>
  );
});

/** The name of each line, beside a piece of the line itself. */
function Legend({ lines }: { lines: readonly ChartLine[] }) {
  return (
    <ul className={styles.legend} aria-hidden="true">
      {lines.map((line) => (
        <li key={line.id}>
          <svg viewBox="0 0 24 8" aria-hidden="true">
            <path d="M0 4h24" stroke={colourOf(line)} strokeDasharray={dashOf(line)} />
          </svg>
          {line.label}
        </li>
      ))}
    </ul>
  );
}
