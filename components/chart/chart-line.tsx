// What each line of a chart is called, beside a piece of the line itself.
import type { ChartLine } from "./chart";
import styles from "./chart.module.css";

const dashes = { solid: "none", dashed: "5 4", dotted: "2 3" } as const;

/** Strokes that tell up to eight lines apart without their colour. */
export const strokes = [
  "none",
  "7 4",
  "2 3",
  "11 3 2 3",
  "16 4",
  "5 2",
  "9 2 2 2 2 2",
  "1 5",
] as const;

export const dashOf = ({ dash = "solid" }: ChartLine) =>
  typeof dash === "number" ? (strokes[dash % strokes.length] ?? "none") : dashes[dash];

export const colourOf = ({ tone }: ChartLine) =>
  tone < 0 ? "var(--ink)" : `var(--tone-${tone})`;

export function Legend({ lines }: { lines: readonly ChartLine[] }) {
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
