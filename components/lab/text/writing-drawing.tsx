// The text of a network after some passes of its training, in a few lines.
import { goneOn, promptOf } from "@/labs/text/writing";
import type { Side } from "../training/side";
import styles from "./writing-drawing.module.css";

/** Passes whose writing is shown, where their weights are kept. */
const shownPasses = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];

/** How many letters a line has. */
const lineLength = 44;

/** A line that the network wrote after so many passes. */
type Line = { pass: number; text: string };

const known = new WeakMap<Float32Array, string>();

/**
 * The texts of a side after a few of its passes, the latest last: from the same letters on, at
 * temperature 0.7.
 */
export function linesOf({ run, sample, trail, weights, passes }: Side): readonly Line[] {
  const last = passes.at(-1)?.pass ?? 0;
  const kept = trail.filter(({ pass }) => pass < last && shownPasses.includes(pass));
  return [...kept, { pass: last, weights }].map(({ pass, weights }) => {
    const text =
      known.get(weights) ??
      goneOn({ run, weights }, promptOf(run, sample.train), lineLength, {
        temperature: 0.7,
        draw: 0,
      });
    known.set(weights, text);
    return { pass, text };
  });
}

type Props = {
  side: Side;
  /** The picture in words; left out where the text beside it has them. */
  alt?: string | undefined;
};

/** The most lines of a drawing, and the letters of each: it may stand in a small place. */
const drawn = { lines: 4, letters: 21 };

/** The texts of a network after a few passes, the latest last. */
export function WritingDrawing({ side, alt }: Props) {
  const lines = linesOf(side).slice(-drawn.lines);
  return (
    <svg
      role="img"
      aria-label={alt}
      aria-hidden={alt === undefined || undefined}
      className={styles.drawing}
      viewBox="0 0 200 110"
    >
      {lines.map(({ pass, text }, at) => {
        const y = 55 + 26 * (at - (lines.length - 1) / 2);
        return (
          <g key={pass} data-latest={at === lines.length - 1}>
            <text x="24" y={y}>
              {pass}
            </text>
            <text x="32" y={y}>
              {text.slice(0, drawn.letters)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
