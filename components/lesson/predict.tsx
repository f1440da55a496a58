"use client";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import styles from "./lesson.module.css";

type Props = {
  id: string;
  question: string;
  /** What can be predicted, parted by "|". */
  options: string;
  /** Shown once the reader has committed to a prediction. */
  children: ReactNode;
};

/** Asks for a prediction before a lab, and only then says what to look for in it. */
export function Predict({ id, question, options, children }: Props) {
  const name = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [committed, setCommitted] = useState(false);
  const answer = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone; the text that took its place gets it.
  useEffect(() => {
    if (committed) answer.current?.focus();
  }, [committed]);
  return (
    <form
      className={styles.predict}
      data-predict={id}
      onSubmit={(event) => {
        event.preventDefault();
        setCommitted(chosen !== null);
      }}
    >
      <fieldset>
        <legend>
          <span className={styles.label}>Predict</span>
          {question}
        </legend>
        {options.split("|").map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              checked={chosen === option}
              disabled={committed}
              onChange={() => setChosen(option)}
            />
            {option.trim()}
          </label>
        ))}
      </fieldset>
      {!committed && <button type="submit">That is my prediction</button>}
      <div role="status" ref={answer} tabIndex={-1}>
        {committed && (
          <>
            <p>
              You predicted: <b>{chosen?.trim()}</b>. Now train it.
            </p>
            {children}
          </>
        )}
      </div>
    </form>
  );
}
