"use client";
import { useId, useMemo, useState } from "react";
import { Button } from "@/components/kit/button";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { datasets } from "@/labs/data/datasets";
import { digitSide } from "@/labs/data/digits";
import { certaintyText } from "@/labs/network/certainty";
import { type ClassAnswers, useClassAnswers } from "../training/class-answers";
import type { ViewProps } from "../training/use-lab";
import { certaintyNote, noDigit, withArticle } from "./digit-words";
import styles from "./misread-view.module.css";
import { PixelImage } from "./pixel-image";
import { useDebounced } from "./use-debounced";

const perPage = 12;

/** The held images that the network misreads, the surest mistakes first. */
export function MisreadView({ side }: ViewProps) {
  return datasets[side.run.data].on === "picture" ? <Misread side={side} /> : null;
}

type Mistake = { at: number; truth: string; named: string; sure: string };

function mistakesIn(answers: ClassAnswers): Mistake[] {
  const { names, truths, named, certainty } = answers;
  return Array.from(truths.keys())
    .filter((at) => truths[at] !== named[at])
    .map((at) => ({ at, sure: answers.sureAt(at)[named[at]!] ?? Number.NaN }))
    .sort((one, other) => {
      const last = Number(Number.isNaN(one.sure)) - Number(Number.isNaN(other.sure));
      return last || other.sure - one.sure;
    })
    .map(({ at, sure }) => ({
      at,
      truth: names[truths[at]!] ?? "",
      named: names[named[at]!] ?? noDigit,
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
  const announced = useDebounced(page === null ? "" : pageText);
  const where =
    mistakes.length === 0
      ? `All ${answers.truths.length} ${answers.set} images are read right.`
      : `${from + 1} to ${from + shown.length} of ${mistakes.length} misread ${answers.set} images, the surest mistakes first.`;
  return (
    <Stack role="group" aria-labelledby={id}>
      <h3 id={id}>What it misreads</h3>
      <Small>
        {where} {mistakes.length > 0 && certaintyNote[answers.certainty]}
      </Small>
      <PlainList className={styles.misread}>
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
      </PlainList>
      <Status unseen>{announced}</Status>
      {last > 0 && (
        <Row className={styles.pages}>
          <Button inactive={here === 0} onClick={() => setPage(here - 1)}>
            Previous
          </Button>
          <span>{pageText}</span>
          <Button inactive={here === last} onClick={() => setPage(here + 1)}>
            Next
          </Button>
        </Row>
      )}
    </Stack>
  );
}
