"use client";
// A chart of lines, loaded when it is first shown. Say in text, too, what it shows.
import { lazy, memo, Suspense } from "react";
import styles from "./chart.module.css";
import { Legend } from "./chart-line";

/** One line of a chart. */
export type ChartLine = {
  id: string;
  label: string;
  /** In the order of x. */
  points: readonly { x: number; y: number }[];
  /** Its colour: 0 … 7, or −1 for ink. */
  tone: number;
  /** How it is broken; a number is one of eight ways, see `strokes`. */
  dash?: "solid" | "dashed" | "dotted" | number;
  /** Whether each point is marked. */
  dots?: boolean;
};

export type ChartProps = {
  /** What the chart shows, for those who cannot see it. */
  label: string;
  lines: readonly ChartLine[];
  xLabel: string;
  yLabel: string;
  /** Where the y axis begins; left out, where the lines do. */
  yFrom?: number;
  xLog?: boolean;
  yLog?: boolean;
  /** Places on the x axis with a line and a word. */
  marks?: readonly { x: number; label: string }[];
  formatX?: (x: number) => string;
  formatY?: (y: number) => string;
  /** In pixels. */
  height?: number;
};

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
    <div className={styles.chart} style={{ minBlockSize: props.height ?? 260 }}>
      {props.lines.length > 1 && <Legend lines={props.lines} />}
      <Suspense fallback={<p className={styles.waiting}>Loading the chart…</p>}>
        <Lines {...props} />
      </Suspense>
    </div>
  );
});
