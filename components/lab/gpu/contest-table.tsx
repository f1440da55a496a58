"use client";
import type { SizeText, Timing } from "@/labs/measure/crossover";
import { durationText } from "@/labs/measure/duration";
import {
  type Measured,
  onGpu,
  type Way,
  wayNames,
  ways,
} from "@/labs/measure/measurement";
import styles from "../lab.module.css";
import own from "./gpu.module.css";

/** The CPU has nothing to compile beforehand. */
const cellText = (way: Way, { time, first }: Timing) =>
  onGpu(way) ? `${durationText(time)} (${durationText(first)})` : durationText(time);

type Props = { lines: Measured["lines"]; title: string; size: SizeText };

/** Every time measured, and in brackets the very first one, with its compilation. */
export function ContestTable({ lines, title, size }: Props) {
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
