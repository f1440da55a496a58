"use client";
// The losses of runs by pass, drawn by the site itself: on the server as in the browser, so
// that the first picture is in the page. Words and numbers are text over the drawing, which
// alone is stretched to the width there is.
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from "react";
import { numberText } from "@/labs/arithmetic/number-text";
import styles from "./loss-chart.module.css";
import {
  type CurveKind,
  divergedNote,
  type LossCurve,
  type LossLine,
  lossLines,
  passAt,
  readingText,
} from "./loss-curves";
import { joinedWords, labelPlaces, lossPath, lossScale, passTicks } from "./loss-scale";

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

const percent = (share: number) => `${Number((100 * share).toFixed(3))}%`;

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
      <div className={styles.frame} style={{ blockSize: `${height / 16}rem` }}>
        <div className={styles.ticks} aria-hidden="true">
          {scale.ticks.map((tick) => (
            <span key={tick} style={{ insetBlockEnd: percent(scale.place(tick)) }}>
              {numberText(tick)}
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
        <Cursor {...{ label, lines, span, latest, at, marked, travel, setPointed }}>
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
        </Cursor>
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
            {label} <b>{pass ? numberText(pass[of]) : "–"}</b>
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

type CursorProps = {
  label: string;
  lines: readonly LossLine[];
  span: number;
  latest: number;
  at: number | null;
  /** The pass with a line and its number. */
  marked: number | null;
  travel(pass: number | null): void;
  setPointed(pass: number | null): void;
  children: ReactNode;
};

/** The plot as a slider along the passes. */
function Cursor(props: CursorProps) {
  const { label, lines, span, latest, at, marked, travel, setPointed } = props;
  const plot = useRef<HTMLDivElement>(null);

  function passUnder({ clientX }: PointerEvent) {
    const edges = plot.current?.getBoundingClientRect();
    if (!edges) return 0;
    const pass = Math.round(((clientX - edges.left) / edges.width) * span);
    return Math.min(Math.max(pass, 0), latest);
  }
  function point(event: PointerEvent) {
    const pass = passUnder(event);
    if (event.buttons > 0) travel(pass);
    setPointed(event.pointerType === "mouse" ? pass : null);
  }
  function press(event: PointerEvent) {
    if (event.button !== 0) return;
    plot.current?.setPointerCapture(event.pointerId);
    travel(passUnder(event));
  }
  function steer(event: KeyboardEvent) {
    const to = passFor(event.key, at ?? latest, latest, span);
    if (to === undefined) return;
    event.preventDefault();
    setPointed(null);
    travel(to);
  }
  const held = at !== null;
  const place = (pass: number) => ({ insetInlineStart: percent(pass / span) });
  return (
    <div
      ref={plot}
      className={styles.plot}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={span}
      aria-valuenow={at ?? span}
      aria-valuetext={at === null ? "The latest pass" : readingText(lines, at)}
      onPointerDown={press}
      onPointerMove={point}
      onPointerLeave={() => setPointed(null)}
      onKeyDown={steer}
    >
      {props.children}
      {held && <span className={styles.cursor} data-held={true} style={place(at)} />}
      {marked !== null && (
        <>
          <span className={styles.cursor} style={place(marked)} />
          <span
            className={styles.pill}
            data-held={held}
            style={{ "--pass": percent(marked / span) } as CSSProperties}
            aria-hidden="true"
          >
            {marked}
          </span>
        </>
      )}
    </div>
  );
}

/** Where a key leads from a pass; undefined for keys that lead nowhere. */
function passFor(key: string, from: number, latest: number, span: number) {
  const page = Math.max(1, Math.round(span / 10));
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -page,
    PageUp: page,
    Home: -latest,
    End: latest,
  };
  if (key === "Escape") return null;
  const step = steps[key];
  return step === undefined ? undefined : Math.min(Math.max(from + step, 0), latest);
}
