"use client";
import { useId, useMemo, useReducer, useState } from "react";
import { useCalm } from "@/components/kit/use-calm";
import type { Side } from "@/components/lab/training/sides";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { certaintyOf, certaintyText, readScores } from "@/labs/certainty";
import { datasets } from "@/labs/dataset";
import { digitSide } from "@/labs/datasets/digits";
import { cellsOf, drawingOf, isBlank } from "@/labs/picture/drawing";
import { asDigit } from "@/labs/picture/drawn-digit";
import { widthOf } from "@/labs/sample";
import { classesOf, scoresOf } from "@/labs/score";
import { networkOf } from "@/labs/task";
import { AnswerBars } from "./digit-bars";
import { certaintyNote, withArticle } from "./digit-words";
import { DrawingBoard } from "./drawing-board";
import { deskAfter, emptyDesk } from "./drawing-desk";
import styles from "./picture.module.css";
import { PixelImage } from "./pixel-image";
import { useSettled } from "./use-debounced";

/** A place to draw a digit, and what the network says of it while it trains. */
export function DrawDigitView({ side }: ViewProps) {
  return datasets[side.run.data].on === "picture" ? <Desk side={side} /> : null;
}

function Desk({ side }: Pick<ViewProps, "side">) {
  const id = useId();
  const [desk, tell] = useReducer(deskAfter, emptyDesk);
  const [erasing, setErasing] = useState(false);
  const [next, setNext] = useState(0);
  const { drawing, shaped, past, origin } = desk;
  const pixels = useMemo(
    () => (isBlank(drawing) ? null : cellsOf(shaped ? asDigit(drawing) : drawing)),
    [drawing, shaped],
  );
  const { run, sample } = side;

  function takeExample() {
    const at = sample.train + (next % sample.test);
    const width = widthOf(run);
    const name = datasets[run.data].classes(run)[sample.targets[at] ?? 0];
    const drawing = drawingOf(sample.features.subarray(at * width, (at + 1) * width));
    tell({
      kind: "take",
      drawing,
      origin: `Test image ${at - sample.train + 1}, ${withArticle(name ?? "")}.`,
    });
    setNext(next + 1);
  }

  return (
    <div role="group" className={styles.view} aria-labelledby={id}>
      <p id={id} className={styles.title}>
        Draw a digit
      </p>
      <p className={styles.note}>
        With the mouse, a finger or a pen; or with the keyboard: arrow keys move over the
        cells, Space paints, Delete erases, Shift and an arrow key draw a line.
      </p>
      <div className={styles.desk}>
        <div className={styles.tools}>
          <DrawingBoard drawing={drawing} erasing={erasing} onEvent={tell} />
          <div className={styles.row}>
            <button
              type="button"
              aria-pressed={erasing}
              onClick={() => setErasing(!erasing)}
            >
              Eraser
            </button>
            <button
              type="button"
              aria-disabled={past.length === 0}
              onClick={() => tell({ kind: "undo" })}
            >
              Undo
            </button>
            <button type="button" onClick={() => tell({ kind: "clear" })}>
              Clear
            </button>
            <button type="button" onClick={takeExample}>
              Take a test image
            </button>
          </div>
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={shaped}
              onChange={({ target }) => tell({ kind: "shaped", shaped: target.checked })}
            />
            Shape it like the data
          </label>
          <p className={styles.note}>
            {origin && <>{origin} Change it and watch. </>}
            {shaped
              ? "Your drawing is moved to the middle, set upright, and made as large and as thick as the digits it learned from."
              : "The network is given what you see, wherever it stands."}
          </p>
        </div>
        <DigitAnswer side={side} pixels={pixels} />
      </div>
    </div>
  );
}

type Props = {
  side: Side;
  /** The 64 pixels to read, or null for an empty drawing. */
  pixels: Float32Array | null;
};

const nothing =
  "There is nothing to read yet: an empty drawing gets no answer. Draw a digit, or take an image from the test set.";

function answerOf({ run, weights }: Side, pixels: Float32Array) {
  const scores = scoresOf(networkOf(run), weights, pixels);
  const certainty = certaintyOf(run.loss);
  const values = readScores(certainty, scores);
  const named = classesOf(scores, scores.length)[0] ?? 0;
  const names = datasets[run.data].classes(run);
  const digit = withArticle(names[named] ?? "");
  const value = certaintyText(certainty, values[named] ?? Number.NaN);
  const sure = certainty === "scores" ? `score ${value}` : value;
  return {
    certainty,
    values,
    named,
    names,
    says: `It reads ${digit}: ${sure}.`,
  };
}

/** What the network says of a drawing: ten numbers, and the digit with the highest. */
function DigitAnswer({ side, pixels }: Props) {
  const drawn = useCalm(side);
  const answer = useMemo(
    () => (pixels ? answerOf(drawn, pixels) : null),
    [drawn, pixels],
  );
  const untrained = (drawn.passes.at(-1)?.pass ?? 0) === 0;
  const says = answer
    ? `${answer.says}${untrained ? " It has not been trained yet, so this is chance." : ""}`
    : nothing;
  const announced = useSettled(says);
  return (
    <div className={styles.answer} role="group" aria-label="Answer">
      <p className={answer ? styles.verdict : undefined}>{says}</p>
      <p role="status" className="visually-hidden">
        {announced}
      </p>
      {answer && pixels && (
        <div className={styles.answerPanes}>
          <figure>
            <PixelImage
              values={pixels}
              columns={digitSide}
              label="The 8 × 8 pixels that the network is given"
            />
            <figcaption>What the network is given</figcaption>
          </figure>
          <AnswerBars {...answer} />
        </div>
      )}
      {answer && <p className={styles.note}>{certaintyNote[answer.certainty]}</p>}
    </div>
  );
}
