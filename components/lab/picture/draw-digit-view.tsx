"use client";
import { useId, useMemo, useReducer, useState } from "react";
import { datasets } from "@/labs/dataset";
import { cellsOf, drawingOf, isBlank } from "@/labs/picture/drawing";
import { asDigit } from "@/labs/picture/drawn-digit";
import { widthOf } from "@/labs/sample";
import type { ViewProps } from "../training/use-lab";
import { withArticle } from "./article";
import { DigitAnswer } from "./digit-answer";
import { DrawingBoard } from "./drawing-board";
import { deskAfter, emptyDesk } from "./drawing-desk";
import styles from "./picture.module.css";

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
