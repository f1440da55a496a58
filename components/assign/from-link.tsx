"use client";
import { type FormEvent, useId, useState } from "react";
import styles from "./assign.module.css";
import { draftInLink, type OpenedDraft } from "./opened-draft";

/** A box for the link of an assignment, or of any run, to go on from. */
export function FromLink({ onOpen }: { onOpen(opened: OpenedDraft): void }) {
  const id = useId();
  const [link, setLink] = useState("");
  const [problem, setProblem] = useState("");
  function open(event: FormEvent) {
    event.preventDefault();
    const opened = draftInLink(link);
    setProblem(opened ? "" : "This is no link of a lab or of an assignment.");
    if (!opened) return;
    setLink("");
    onOpen(opened);
  }
  return (
    <form className={styles.field} onSubmit={open}>
      <label htmlFor={id}>The link of an assignment or of a lab’s run</label>
      <div className={styles.pasted}>
        <input
          id={id}
          value={link}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem !== ""}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => setLink(target.value)}
        />
        <button type="submit">Go on from it</button>
      </div>
      <p id={`${id}-problem`} role="status" className={styles.wrong}>
        {problem}
      </p>
    </form>
  );
}
