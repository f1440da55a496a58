"use client";
import { useEffect, useId, useRef, useState } from "react";
import styles from "./class.module.css";

type Props = {
  /** What the button says. */
  label: string;
  /** What will happen, in a sentence or two. */
  says: string;
  /** What the button that does it says. */
  yes: string;
  /** What must be typed first; left out, nothing must. */
  typed?: string;
  /** Does it; gives a sentence where it could not be done. */
  onYes(): Promise<string | null>;
};

/** A button that asks once more before it does what cannot be undone. */
export function ConfirmedButton({ label, says, yes, typed, onYes }: Props) {
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [doing, setDoing] = useState(false);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLDivElement>(null);
  const ready = typed === undefined || text.trim() === typed.trim();

  useEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);

  function close() {
    setAsking(false);
    setText("");
    setProblem(null);
    opener.current?.focus();
  }

  async function act() {
    if (!ready || doing) return;
    setDoing(true);
    const why = await onYes();
    setDoing(false);
    setProblem(why);
    if (why === null) {
      setAsking(false);
      setText("");
    }
  }

  return (
    <div className={styles.confirmed}>
      <button
        ref={opener}
        type="button"
        aria-expanded={asking}
        onClick={() => (asking ? close() : setAsking(true))}
      >
        {label}
      </button>
      {asking && (
        <div
          ref={question}
          role="group"
          aria-label={label}
          aria-describedby={`${id}-says`}
          tabIndex={-1}
          className={styles.question}
        >
          <p id={`${id}-says`}>{says}</p>
          {typed !== undefined && (
            <p className={styles.field}>
              <label htmlFor={id}>Type “{typed}” to confirm</label>
              <input
                id={id}
                value={text}
                autoComplete="off"
                onChange={({ target }) => setText(target.value)}
              />
            </p>
          )}
          <div className={styles.row}>
            <button
              type="button"
              className={styles.grave}
              aria-disabled={!ready || doing}
              onClick={act}
            >
              {yes}
            </button>
            <button type="button" onClick={close}>
              No, keep it as it is
            </button>
          </div>
          <p role="alert" className={styles.wrong}>
            {problem}
          </p>
        </div>
      )}
    </div>
  );
}
