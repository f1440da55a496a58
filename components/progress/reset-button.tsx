"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { Row } from "@/components/kit/layout";
import { listText } from "@/components/kit/wording";
import { changeHeld, useHeldClaims } from "@/components/lab/training/held-store";
import { changeAnswers, useAnswers } from "@/components/quiz/answer-store";
import { type AnswerBook, merge } from "@/content/quiz/answer-book";
import { counted } from "@/labs/arithmetic/number-text";
import { type HeldClaims, noneHeld } from "@/labs/claim/held-claims";
import styles from "./progress.module.css";
import { changeReading, type ReadingBook, useReading } from "./reading-store";

type Props = {
  /** The questions whose answers it removes; null for everything. */
  ids: readonly string[] | null;
  /** As in “your answers to “Loss functions””. */
  what: string;
  label: string;
  /** Read out after the label: its place on the page tells the rest to those who see it. */
  name?: string;
};

/** Some of what is kept. */
type Those = { answers: AnswerBook; held: HeldClaims; reading: ReadingBook };

const nothing: Those = { answers: {}, held: noneHeld, reading: {} };

const sizeOf = ({ answers, held, reading }: Those) =>
  Object.keys(answers).length + held.size + Object.keys(reading).length;

function countOf({ answers, held, reading }: Those): string {
  const counts = [
    { count: Object.keys(answers).length, one: "answer" },
    { count: held.size, one: "claim" },
    {
      count: Object.keys(reading).length,
      one: "place in a lesson",
      many: "places in lessons",
    },
  ];
  const some = counts.filter(({ count }) => count > 0);
  return listText(some.map(({ count, one, many }) => counted(count, one, many)));
}

/** Puts back what was removed, beside what came since. */
const restored = (now: ReadingBook, removed: ReadingBook) => ({ ...removed, ...now });

const both = (one: HeldClaims, other: HeldClaims): HeldClaims =>
  new Set([...one, ...other]);

/**
 * Removes answers, and with all of them the claims seen true and the places in lessons,
 * after asking once more; until the page is left they can come back.
 */
export function ResetButton({ ids, what, label, name }: Props) {
  const answers = divided(useAnswers(), ids).those;
  const claims = useHeldClaims();
  const reading = useReading();
  const those: Those = {
    ...nothing,
    ...(ids === null && { held: claims, reading }),
    answers,
  };
  const [asks, setAsks] = useState(false);
  const [removed, setRemoved] = useState(nothing);
  const [moved, setMoved] = useState(0);
  const box = useRef<HTMLElement>(null);
  const hasSome = sizeOf(those) > 0;
  const wasRemoved = sizeOf(removed) > 0;

  // Each step removes the button that had the focus.
  useEffect(() => {
    if (moved > 0) box.current?.querySelector<HTMLElement>("[data-focus]")?.focus();
  }, [moved]);

  function step(asksNow: boolean, removedNow: Those) {
    setAsks(asksNow);
    setRemoved(removedNow);
    setMoved(moved + 1);
  }

  function remove() {
    changeAnswers((book) => divided(book, ids).others);
    if (ids === null) {
      changeHeld(() => noneHeld);
      changeReading(() => nothing.reading);
    }
    step(false, {
      answers: merge(removed.answers, those.answers),
      held: both(removed.held, those.held),
      reading: restored(those.reading, removed.reading),
    });
  }

  function undo() {
    changeAnswers((book) => merge(book, removed.answers));
    if (removed.held.size > 0) changeHeld((held) => both(held, removed.held));
    if (ids === null) changeReading((now) => restored(now, removed.reading));
    step(false, nothing);
  }

  if (asks && hasSome) {
    return (
      <Row ref={box} className={styles.reset}>
        <p data-focus tabIndex={-1}>
          Remove {what}? That is {countOf(those)}.
        </p>
        <Button look="danger" onClick={remove}>
          Yes, remove
        </Button>
        <Button onClick={() => step(false, removed)}>No, keep</Button>
      </Row>
    );
  }
  return (
    <Row ref={box} className={styles.reset}>
      {wasRemoved && (
        <>
          <p data-focus tabIndex={-1}>
            {countOf(removed)} removed.
          </p>
          <Button onClick={undo}>
            Undo{name && <span className="visually-hidden">: {name}</span>}
          </Button>
        </>
      )}
      {ids === null && !hasSome && !wasRemoved && <p>No answer is kept yet.</p>}
      {hasSome && (
        <Button data-focus onClick={() => step(true, removed)}>
          {label}
          {name && <span className="visually-hidden"> {name}</span>}
        </Button>
      )}
    </Row>
  );
}

/** A book in two: the entries of the questions `ids`, null for all, and the others. */
function divided(book: AnswerBook, ids: readonly string[] | null) {
  const isThat = (id: string) => ids === null || ids.includes(id);
  const entries = Object.entries(book);
  const those: AnswerBook = Object.fromEntries(entries.filter(([id]) => isThat(id)));
  const others: AnswerBook = Object.fromEntries(entries.filter(([id]) => !isThat(id)));
  return { those, others };
}
