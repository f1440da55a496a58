"use client";
import { useId, useMemo, useState } from "react";
import { certaintyText } from "@/labs/certainty";
import { datasets } from "@/labs/dataset";
import { digitSide } from "@/labs/datasets/digits";
import { type ClassAnswers, useClassAnswers } from "../training/class-answers";
import type { ViewProps } from "../training/use-lab";
import { certaintyNote, withArticle } from "./digit-words";
import styles from "./picture.module.css";
import { PixelImage } from "./pixel-image";
import { useSettled } from "./use-debounced";

const perPage = 12;

/** The test images that the network misreads, the surest mistakes first. */
export function MisreadView({ side }: ViewProps) {
  return datasets[side.run.data].on === "picture" ? <Misread side={side} /> : null;
}

type Mistake = { at: number; truth: string; named: string; sure: string };

function mistakesIn(answers: ClassAnswers): Mistake[] {
  const { names, truths, named, certainty } = answers;
  return Array.from(truths.keys())
    .filter((at) => truths[at] !== named[at])
    .map((at) => ({ at, sure: answers.sureAt(at)[named[at]!] ?? Number.NaN }))
    .sort((one, other) => other.sure - one.sure)
    .map(({ at, sure }) => ({
      at,
      truth: names[truths[at]!] ?? "",
      named: names[named[at]!] ?? "",
      sure: certaintyText(certainty, sure),
    }));
}

function Misread({ side }: Pick<ViewProps, "side">) {
  const id = useId();
  const answers = useClassAnswers(side);
  const mistakes = useMemo(() => mistakesIn(answers), [answers]);
  const [page, setPage] = useState<number | null>(null);
  const last = Math.max(Math.ceil(mistakes.length / perPage) - 1, 0);
  const here = Math.min(page ?? 0, last);
  const from = here * perPage;
  const shown = mistakes.slice(from, from + perPage);
  const pageText = `Page ${here + 1} of ${last + 1}`;
  // Told after the reader has turned a page, not whenever training changes their number.
  const announced = useSettled(page === null ? "" : pageText);
  const where =
    mistakes.length === 0
      ? `All ${answers.truths.length} test images are read right.`
      : `${from + 1} to ${from + shown.length} of ${mistakes.length} misread test images, the surest mistakes first.`;
  return (
    <div role="group" className={styles.view} aria-labelledby={id}>
      <p id={id} className={styles.title}>
        What it misreads
      </p>
      <p className={styles.note}>
        {where} {mistakes.length > 0 && certaintyNote[answers.certainty]}
      </p>
      <ul className={styles.misread}>
        {shown.map(({ at, truth, named, sure }) => (
          <li key={at}>
            <PixelImage
              values={answers.featuresAt(at)}
              columns={digitSide}
              label={`This is ${withArticle(truth)}, read as ${withArticle(named)}, ${sure}`}
            />
            <span aria-hidden="true">
              {truth} → <b>{named}</b>
              <small>{sure}</small>
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="visually-hidden">
        {announced}
      </p>
      {last > 0 && (
        <div className={styles.row}>
          <button
            type="button"
            aria-disabled={here === 0}
            onClick={() => here > 0 && setPage(here - 1)}
          >
            Previous
          </button>
          <span>{pageText}</span>
          <button
            type="button"
            aria-disabled={here === last}
            onClick={() => here < last && setPage(here + 1)}
          >
            Next
          </button>
        </div>
      )}
    </div>
  );
}
