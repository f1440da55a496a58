"use client";
// Folds what a lesson says after a prediction until the reader predicted, or reads on.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useAnswers } from "@/components/quiz/answer-store";
import styles from "./told.module.css";

type Props = {
  /** The id of the question whose outcome the text tells. */
  after: string;
  /** Lays out what is folded as the lesson around it. */
  columns: string | undefined;
  children: ReactNode;
};

/**
 * A part of the text that unfolds once the question was answered. It is a `details`, so that
 * a search in the page, a link into it, or a browser without scripts opens it as well.
 */
export function Told({ after, columns, children }: Props) {
  const answered = useAnswers()[after] !== undefined;
  const [read, setRead] = useState(false);
  const element = useRef<HTMLDetailsElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const open = answered || read;

  // It may have been opened before the page was alive, or on the page before this one.
  useEffect(() => {
    if (element.current?.open || wasRead(after)) setRead(true);
  }, [after]);

  function unfold() {
    const pressed = element.current?.querySelector("summary");
    if (!element.current?.open || open) return;
    remember(after);
    setRead(true);
    // The button is gone once it was pressed: the keyboard goes on with the text.
    if (pressed && document.activeElement === pressed) text.current?.focus();
  }

  return (
    <details
      ref={element}
      className={styles.told}
      open={open}
      onToggle={unfold}
      data-told={after}
    >
      <summary>
        <span className={styles.button}>Skip and read on</span>
        <span className={styles.hint}>What follows tells how it ends.</span>
      </summary>
      <div ref={text} className={columns} tabIndex={-1}>
        {children}
      </div>
    </details>
  );
}

const key = "next-pass-read-on";

/** The questions that were skipped in this tab; blocked storage remembers none. */
function readOn(): readonly string[] {
  try {
    return (sessionStorage.getItem(key) ?? "").split(" ");
  } catch {
    return [];
  }
}

const wasRead = (id: string) => readOn().includes(id);

function remember(id: string) {
  try {
    sessionStorage.setItem(key, [...readOn(), id].join(" ").trim());
  } catch {
    // Then the text is folded again when the page is opened anew.
  }
}
