"use client";
import { useId } from "react";
import { useCopy } from "@/components/lab/use-copy";
import styles from "./assign.module.css";

type Props = {
  /** What it is, as in "The link". */
  label: string;
  text: string;
  /** What the button says. */
  copies: string;
  /** What is said once it was copied. */
  done: string;
};

/** A text to send on: to be copied by its button, or selected. */
export function SharedText({ label, text, copies, done }: Props) {
  const id = useId();
  const { copy, told } = useCopy(
    "The browser did not allow copying; select the text and copy it.",
  );
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={styles.shared}
        readOnly
        rows={3}
        spellCheck={false}
        value={text}
        onFocus={({ target }) => target.select()}
      />
      <div className={styles.row}>
        <button type="button" onClick={() => copy(text, done)}>
          {copies}
        </button>
        <p role="status">{told}</p>
      </div>
    </div>
  );
}
