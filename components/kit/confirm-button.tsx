"use client";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "./button";
import styles from "./confirm-button.module.css";
import { TextField } from "./field";
import { Row } from "./layout";
import { Problem } from "./status";

type Props = {
  /** The words of the button that asks. */
  label: string;
  /** Tells what will happen, in a sentence or two. */
  says: string;
  /** The words of the button that does it. */
  yes: string;
  /** A word to type first; left out, none is asked for. */
  typed?: string;
  /** Does it; gives a sentence where it could not be done. */
  onYes(): Promise<string | null>;
};

/** A button that asks once more before it does what cannot be undone. */
export function ConfirmButton({ label, says, yes, typed, onYes }: Props) {
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
    <div className={styles.confirm}>
      <Button
        ref={opener}
        aria-expanded={asking}
        onClick={() => (asking ? close() : setAsking(true))}
      >
        {label}
      </Button>
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
            <TextField
              label={`Type “${typed}” to confirm`}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
          <Row>
            <Button look="danger" inactive={!ready || doing} onClick={act}>
              {yes}
            </Button>
            <Button onClick={close}>No, keep it as it is</Button>
          </Row>
          <Problem role="alert">{problem}</Problem>
        </div>
      )}
    </div>
  );
}
