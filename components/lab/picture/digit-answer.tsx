"use client";
import { useMemo } from "react";
import { useCalm } from "@/components/kit/use-calm";
import { certaintyOf, certaintyText, readScores } from "@/labs/certainty";
import { datasets } from "@/labs/dataset";
import { digitSide } from "@/labs/datasets/digits";
import { classesOf, scoresOf } from "@/labs/score";
import { networkOf } from "@/labs/task";
import type { Side } from "../training/sides";
import { AnswerBars } from "./answer-bars";
import { withArticle } from "./article";
import { certaintyNote } from "./certainty-note";
import styles from "./picture.module.css";
import { PixelImage } from "./pixel-image";
import { useSettled } from "./use-settled";

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
export function DigitAnswer({ side, pixels }: Props) {
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
