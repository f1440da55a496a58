"use client";
// Where receipts are pasted, chosen or dropped.
import { type ChangeEvent, useEffect, useId, useRef, useState } from "react";
import styles from "./receipt.module.css";
import { useDrop } from "./use-drop";
import type { TakesIn } from "./use-intake";

type Props = TakesIn & {
  /** Counts what the reader did: after the list was cleared, the box is gone on with. */
  turn: number;
};

/** Takes links and texts in a box, files, a folder, and what is dropped on the page. */
export function ReceiptIntake({ takeText, takeFiles, reading, turn }: Props) {
  const id = useId();
  const [text, setText] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  // What was typed before the page came alive is kept.
  useEffect(() => setText(area.current?.value ?? ""), []);
  useEffect(() => {
    if (turn > 0) area.current?.focus();
  }, [turn]);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const over = useDrop(
    (dropped) => void takeFiles(dropped),
    (dropped) => void takeText(dropped),
  );

  async function read() {
    if (await takeText(text)) setText("");
  }
  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(target.files ?? [])];
    target.value = "";
    if (chosen.length > 0) void takeFiles(chosen);
  }

  return (
    <div
      role="group"
      aria-label="Receipts to check"
      className={styles.intake}
      data-over={over || undefined}
    >
      <label htmlFor={id}>Links or receipts</label>
      <p id={`${id}-hint`} className={styles.hint}>
        One or many, as they came: whole mails, too. Line breaks do no harm.
      </p>
      <textarea
        ref={area}
        id={id}
        aria-describedby={`${id}-hint`}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.row}>
        <button type="button" disabled={text.trim() === ""} onClick={read}>
          Check these
        </button>
        <button type="button" onClick={() => files.current?.click()}>
          Choose files…
        </button>
        <button type="button" onClick={() => folder.current?.click()}>
          Choose a folder…
        </button>
        <span className={styles.hint}>or drop them anywhere on this page</span>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="Receipt files"
        onChange={choose}
      />
      <input
        ref={(input) => {
          folder.current = input;
          if (input) input.webkitdirectory = true;
        }}
        type="file"
        multiple
        hidden
        aria-label="A folder of receipts"
        onChange={choose}
      />
      <p role="status" className={styles.hint}>
        {reading}
      </p>
    </div>
  );
}
