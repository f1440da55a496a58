"use client";
import { useId, useMemo, useReducer, useState } from "react";
import { NamedBars } from "@/components/chart/named-bars";
import { Button } from "@/components/kit/button";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";
import { useCalm } from "@/components/kit/use-calm";
import { capital } from "@/components/kit/wording";
import type { Side } from "@/components/lab/training/side";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { datasets } from "@/labs/data/datasets";
import { digitSide } from "@/labs/data/digits";
import { heldSet, widthOf } from "@/labs/data/sample";
import { certaintyOf, certaintyText, readScores } from "@/labs/network/certainty";
import { cellsOf, drawingOf, isBlank } from "@/labs/picture/drawing";
import { asDigit } from "@/labs/picture/drawn-digit";
import { networkOf } from "@/labs/run/plan";
import { classesOf, noClass, scoresOf } from "@/labs/training/score";
import { certaintyNote, noDigit, withArticle } from "./digit-words";
import styles from "./draw-digit-view.module.css";
import { DrawingBoard } from "./drawing-board";
import { deskReducer, emptyDesk } from "./drawing-desk";
import { PixelImage } from "./pixel-image";
import { useDebounced } from "./use-debounced";

/** A place to draw a digit, and the network's answer while it trains. */
export function DrawDigitView({ side }: ViewProps) {
  return datasets[side.run.data].on === "picture" ? <Desk side={side} /> : null;
}

function Desk({ side }: Pick<ViewProps, "side">) {
  const id = useId();
  const [desk, dispatch] = useReducer(deskReducer, emptyDesk);
  const [erasing, setErasing] = useState(false);
  const [next, setNext] = useState(0);
  const { drawing, shaped, past, origin } = desk;
  const pixels = useMemo(
    () => (isBlank(drawing) ? null : cellsOf(shaped ? asDigit(drawing) : drawing)),
    [drawing, shaped],
  );
  const { run, sample } = side;
  const held = heldSet(run);

  function loadExample() {
    const at = sample.train + (next % sample.held);
    const width = widthOf(run);
    const name = datasets[run.data].classes(run)[sample.targets[at] ?? 0];
    const drawing = drawingOf(sample.features.subarray(at * width, (at + 1) * width));
    dispatch({
      kind: "take",
      drawing,
      origin: `${capital(held)} image ${at - sample.train + 1}, ${withArticle(name ?? "")}.`,
    });
    setNext(next + 1);
  }

  return (
    <Stack role="group" aria-labelledby={id}>
      <h3 id={id}>Draw a digit</h3>
      <Small>
        With the mouse, a finger or a pen; or with the keyboard: arrow keys move over the
        cells, Space paints, Delete erases, Shift and an arrow key draw a line.
      </Small>
      <div className={styles.desk}>
        <Stack>
          <DrawingBoard drawing={drawing} erasing={erasing} onEvent={dispatch} />
          <Row>
            <Button aria-pressed={erasing} onClick={() => setErasing(!erasing)}>
              Eraser
            </Button>
            <Button
              inactive={past.length === 0}
              onClick={() => dispatch({ kind: "undo" })}
            >
              Undo
            </Button>
            <Button onClick={() => dispatch({ kind: "clear" })}>Clear</Button>
            <Button onClick={loadExample}>Take a {held} image</Button>
          </Row>
          <Tick
            checked={shaped}
            onChange={({ target }) =>
              dispatch({ kind: "shaped", shaped: target.checked })
            }
          >
            Shape it like the data
          </Tick>
          <Small>
            {origin && <>{origin} Change it and watch. </>}
            {shaped
              ? "Your drawing is moved to the middle, set upright, and made as large and as thick as the digits it learned from."
              : "The network is given what you see, wherever it stands."}
          </Small>
        </Stack>
        <DigitAnswer side={side} pixels={pixels} />
      </div>
    </Stack>
  );
}

type DigitAnswerProps = {
  side: Side;
  /** The 64 pixels to read, or null for an empty drawing. */
  pixels: Float32Array | null;
};

const nothing =
  "There is nothing to read yet: an empty drawing gets no answer. Draw a digit, or take an image of those held out.";

/** The network's answer to a drawing: ten numbers, and the digit with the highest. */
function DigitAnswer({ side, pixels }: DigitAnswerProps) {
  const drawn = useCalm(side);
  const answer = useMemo(
    () => (pixels ? answerOf(drawn, pixels) : null),
    [drawn, pixels],
  );
  const untrained = (drawn.passes.at(-1)?.pass ?? 0) === 0;
  const says = answer
    ? `${answer.says}${untrained ? " It has not been trained yet, so this is chance." : ""}`
    : nothing;
  const announced = useDebounced(says);
  return (
    <Stack role="group" aria-label="Answer">
      <p className={answer ? styles.verdict : undefined}>{says}</p>
      <Status unseen>{announced}</Status>
      {answer && pixels && (
        <div className={styles.answerPanes}>
          <figure>
            <PixelImage
              values={pixels}
              columns={digitSide}
              label="The 8 × 8 pixels that the network is given"
            />
            <Small as="figcaption">What the network is given</Small>
          </figure>
          <NamedBars of="Digit" {...answer.bars} />
        </div>
      )}
      {answer && <Small>{certaintyNote[answer.certainty]}</Small>}
    </Stack>
  );
}

function answerOf({ run, weights }: Side, pixels: Float32Array) {
  const scores = scoresOf(networkOf(run), weights, pixels);
  const certainty = certaintyOf(run.loss);
  const values = readScores(certainty, scores);
  const [named = noClass] = classesOf(scores, scores.length);
  const names = datasets[run.data].classes(run);
  const format = (value: number) => certaintyText(certainty, value);
  const digit = withArticle(names[named] ?? noDigit);
  const value = format(values[named] ?? Number.NaN);
  const look =
    certainty === "scores"
      ? { caption: "Score of each digit", heading: "Score", signed: true, largest: 1.5 }
      : { caption: "Probability of each digit", heading: "Probability", named };
  return {
    certainty,
    bars: { names, values, format, ...look },
    says: `It reads ${digit}: ${certainty === "scores" ? `score ${value}` : value}.`,
  };
}
