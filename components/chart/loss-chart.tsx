"use client";
// The losses of runs by pass, drawn by the site itself: on the server as in the browser, so
// that the first picture is in the page. Words and numbers are text over the drawing, which
// alone is stretched to the width there is.
import { memo, useState } from "react";
import { Num } from "@/components/kit/reader-numbers";
import { numberText } from "@/labs/arithmetic/number-text";
import styles from "./loss-chart.module.css";
import {
  type CurveKind,
  divergedNote,
  type LossCurve,
  type LossLine,
  lossLines,
  passAt,
} from "./loss-curves";
import { joinedWords, labelPlaces, lossPath, lossScale, passTicks } from "./loss-scale";
import { PlotCursor, percent } from "./plot-cursor";

type Props = {
  /** Says what the chart shows, for those who cannot see it. */
  label: string;
  /** Give it the same lists as long as nothing changes: it is drawn anew for others. */
  curves: readonly LossCurve[];
  /** The planned passes: the x axis goes so far from the start. */
  passes: number;
  kind?: CurveKind;
  logarithmic?: boolean;
  /** The top of the y axis; left out, it is found, and only grows. */
  most?: number;
  /** Losses to get below, as lines with a word. */
  bounds?: readonly { loss: number; label: string }[];
  /** A guess at the last loss. */
  band?: { from: number; to: number; label: string } | null;
  /** The pass at the cursor, null for the latest; left out, the chart keeps its own. */
  at?: number | null;
  onAt?(pass: number | null): void;
  /** Of the plot without its axis, in pixels at a text of 16. */
  height?: number;
};

/** The share of the axis on which a tick would stand under the number of the cursor. */
const pillRoom = 0.1;

/** The drawing's own units, stretched to the plot. */
const box = [1000, 400] as const;

/** Train and held losses by pass, with a cursor that pointer and keys move. */
export const LossChart = memo(function LossChart(props: Props) {
  const { label, curves, kind = "both", logarithmic = false, most, height = 180 } = props;
  const { bounds = [], band = null, onAt } = props;
  const [own, setOwn] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const at = props.at === undefined ? own : props.at;
  const lines = lossLines(curves, kind);
  const names = [...new Set(lines.map(({ of }) => of))];
  const latest = Math.max(0, ...curves.map((curve) => curve.passes.at(-1)?.pass ?? 0));
  const span = Math.max(1, props.passes, latest);
  const shown = [...bounds.map(({ loss }) => loss), ...(band ? [band.to] : [])];
  const scale = lossScale({ curves, names, shown, most, logarithmic });
  const read = pointed ?? at;
  // Where other pictures follow the cursor, it shows where to take hold of it.
  const marked = read ?? (onAt ? latest : null);

  function travel(pass: number | null) {
    setOwn(pass);
    onAt?.(pass);
  }

  return (
    <div className={styles.chart}>
      <Legend lines={lines} read={read} />
      <div className={styles.frame} dir="ltr" style={{ blockSize: `${height / 16}rem` }}>
        <div className={styles.ticks} aria-hidden="true" translate="no">
          {scale.ticks.map((tick) => (
            <span key={tick} style={{ insetBlockEnd: percent(scale.place(tick)) }}>
              <Num>{numberText(tick)}</Num>
            </span>
          ))}
          {passTicks(span).map((tick) => (
            <span
              key={`pass ${tick}`}
              data-axis="pass"
              hidden={marked !== null && Math.abs(tick - marked) < pillRoom * span}
              style={{ insetInlineStart: percent(tick / span) }}
            >
              {tick}
            </span>
          ))}
        </div>
        <PlotCursor {...{ label, lines, span, latest, at, marked, travel, setPointed }}>
          <svg
            viewBox={`0 0 ${box[0]} ${box[1]}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {band && (
              <rect
                className={styles.band}
                width={box[0]}
                y={box[1] * (1 - scale.place(band.to))}
                height={box[1] * (scale.place(band.to) - scale.place(band.from))}
              />
            )}
            {scale.ticks.map((tick) => (
              <Level key={tick} className={styles.grid} share={scale.place(tick)} />
            ))}
            {bounds.map(({ loss, label }) => (
              <Level key={label} className={styles.bound} share={scale.place(loss)} />
            ))}
            {lines.map(({ id, curve, of, colour, dash }) => (
              <path
                key={id}
                className={styles.line}
                data-loss={of}
                style={{ stroke: colour, strokeDasharray: dash }}
                d={lossPath(curve, of, { span, place: scale.place }, box)}
              />
            ))}
          </svg>
          <Notes
            {...{ bounds, band, curves, names, scale, logarithmic, lines: height / 20 }}
          />
        </PlotCursor>
      </div>
    </div>
  );
});

/** A line across the plot. */
function Level({ className, share }: { className: string | undefined; share: number }) {
  const y = box[1] * (1 - share);
  return <path className={className} d={`M0 ${y}H${box[0]}`} />;
}

/** The name of each line beside a piece of it, and its loss where one looks. */
function Legend({ lines, read }: { lines: readonly LossLine[]; read: number | null }) {
  const several = new Set(lines.map(({ curve }) => curve)).size > 1;
  return (
    <ul className={styles.legend}>
      {lines.map(({ id, label, of, curve, colour, dash }) => {
        const pass = read === null ? curve.passes.at(-1) : passAt(curve, read);
        return (
          <li key={id}>
            <svg viewBox="0 0 24 8" aria-hidden="true">
              <path d="M0 4h24" style={{ stroke: colour, strokeDasharray: dash }} />
            </svg>
            {label} <b>{pass ? <Num>{numberText(pass[of])}</Num> : "–"}</b>
            {several && curve.diverged && " diverged"}
          </li>
        );
      })}
    </ul>
  );
}

type NotesProps = {
  bounds: readonly { loss: number; label: string }[];
  band: { from: number; to: number; label: string } | null;
  curves: readonly LossCurve[];
  names: readonly LossLine["of"][];
  scale: ReturnType<typeof lossScale>;
  /** Whether a logarithmic scale was asked for. */
  logarithmic: boolean;
  /** How many lines of text the plot is high. */
  lines: number;
};

/** The words in the plot: none lies over another. */
function Notes(props: NotesProps) {
  const { bounds, band, curves, names, scale, logarithmic, lines } = props;
  const words = joinedWords(
    bounds.map(({ loss, label }) => ({ label, share: scale.place(loss) })),
    1 / lines,
  );
  if (band) {
    // Over the band: in it ends the curve of whoever guessed right.
    words.push({ label: band.label, share: scale.place(band.to) });
  }
  const end = divergedNote(curves, names);
  // It stands under the top, where a run that blows up leaves the plot.
  if (end) words.push({ label: end, share: 1 - 1 / lines });
  if (logarithmic && !scale.logarithmic)
    words.push({ label: "Not logarithmic: a loss is negative", share: 1 });
  const places = labelPlaces(
    words.map(({ share }) => share),
    lines,
  );
  return words.map(({ label }, index) => (
    <span
      key={label}
      className={styles.note}
      style={{ insetBlockEnd: percent(places[index] ?? 0) }}
    >
      {label}
    </span>
  ));
}
