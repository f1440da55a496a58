"use client";
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
} from "react";
import { type LossLine, readingText } from "./loss-curves";
import styles from "./plot-cursor.module.css";

/** A share of the plot, for its styles. */
export const percent = (share: number) => `${Number((100 * share).toFixed(3))}%`;

type Props = {
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

/** The plot as a slider along the passes, with what is drawn in it. */
export function PlotCursor(props: Props) {
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
