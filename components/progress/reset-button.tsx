"use client";
import { useEffect, useRef, useState } from "react";
import { changeAnswers, useAnswers } from "@/components/quiz/answer-store";
import { type AnswerBook, merge } from "@/content/quiz/answer-book";
import { divided } from "./divided";
import styles from "./progress.module.css";

type Props = {
  /** The questions whose answers it removes; null for everything. */
  ids: readonly string[] | null;
  /** What it removes, in words. */
  what: string;
  label: string;
  /** Told after the label to who cannot see where the button stands. */
  name?: string;
};

const countOf = (book: AnswerBook) => {
  const count = Object.keys(book).length;
  return `${count} ${count === 1 ? "answer" : "answers"}`;
};

/** Removes answers after asking once more; until the page is left they can come back. */
export function ResetButton({ ids, what, label, name }: Props) {
  const { those } = divided(useAnswers(), ids);
  const [asks, setAsks] = useState(false);
  const [removed, setRemoved] = useState<AnswerBook>({});
  const [moved, setMoved] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const hasSome = Object.keys(those).length > 0;
  const wasRemoved = Object.keys(removed).length > 0;

  // What had the focus is gone after each step.
  useEffect(() => {
    if (moved > 0) box.current?.querySelector<HTMLElement>("[data-focus]")?.focus();
  }, [moved]);

  function step(asksNow: boolean, removedNow: AnswerBook) {
    setAsks(asksNow);
    setRemoved(removedNow);
    setMoved(moved + 1);
  }

  function remove() {
    changeAnswers((book) => divided(book, ids).others);
    step(false, merge(removed, those));
  }

  function undo() {
    changeAnswers((book) => merge(book, removed));
    step(false, {});
  }

  if (asks && hasSome) {
    return (
      <div ref={box} className={styles.row}>
        <p data-focus tabIndex={-1}>
          Remove {what}? That is {countOf(those)}.
        </p>
        <button type="button" className={styles.grave} onClick={remove}>
          Yes, remove
        </button>
        <button type="button" onClick={() => step(false, removed)}>
          No, keep
        </button>
      </div>
    );
  }
  return (
    <div ref={box} className={styles.row}>
      {wasRemoved && (
        <>
          <p data-focus tabIndex={-1}>
            {countOf(removed)} removed.
          </p>
          <button type="button" onClick={undo}>
            Undo{name && <span className="visually-hidden">: {name}</span>}
          </button>
        </>
      )}
      {ids === null && !hasSome && !wasRemoved && <p>No answer is kept yet.</p>}
      {hasSome && (
        <button type="button" data-focus onClick={() => step(true, removed)}>
          {label}
          {name && <span className="visually-hidden"> {name}</span>}
        </button>
      )}
    </div>
  );
}
