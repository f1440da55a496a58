"use client";
import { type FormEvent, useId, useState } from "react";
import type { Assignment } from "@/labs/assignment/assignment";
import type { Refusal } from "@/labs/fitted";
import styles from "./assign.module.css";
import { draftInLink, freshDraft, type OpenedDraft, useIsKept } from "./assignment-draft";

type Props = {
  draft: Assignment;
  refused: readonly Refusal[];
  before: Assignment | null;
  /** What was opened last, by its name; "" at first. */
  openedAs: string;
  open(opened: OpenedDraft): void;
};

/** Other ways to begin, and what was not taken of the way that was chosen. */
export function OpeningBar({ draft, refused, before, openedAs, open }: Props) {
  const isKept = useIsKept();
  const anew = () => open({ draft: freshDraft(draft.lab), refused: [] });
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <button type="button" onClick={anew}>
          Start anew
        </button>
        <button
          type="button"
          aria-disabled={before === null}
          onClick={() => before && open({ draft: before, refused: [] })}
        >
          Bring back the one before
        </button>
        <p className={styles.small}>
          {isKept
            ? "What you make is kept in this browser and in this page’s address."
            : "This browser does not keep what you make: take the link along."}
        </p>
      </div>
      <details className={styles.more}>
        <summary>Go on from a link that you have</summary>
        <FromLink onOpen={open} />
      </details>
      <div role="status">
        {openedAs && <p className={styles.small}>Opened: “{openedAs}”.</p>}
        {refused.length > 0 && (
          <ul className={styles.warnings} aria-label="What was not taken">
            {refused.map(({ says }) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** A box for the link of an assignment, or of any run, to go on from. */
function FromLink({ onOpen }: { onOpen(opened: OpenedDraft): void }) {
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
