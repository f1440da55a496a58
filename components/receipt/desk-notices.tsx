"use client";
// What the page has to say before any receipt is shown.
import styles from "./receipt.module.css";
import type { Fetching } from "./use-address";

type Address = { fetching: Fetching; onRetry(): void };

/** How it goes with a receipt that a class holds. */
export function AddressNotice({ fetching, onRetry }: Address) {
  if (fetching.kind === "idle") return null;
  if (fetching.kind === "fetching") {
    return <p role="status">Fetching the receipt from the class…</p>;
  }
  return (
    <div className={styles.row}>
      <p role="alert" className={styles.problem}>
        {fetching.problem}
      </p>
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}

/** What was left out of what the reader brought, and why. */
export function IntakeNotes({ notes }: { notes: readonly string[] }) {
  return (
    <div role="status">
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label="What was left out">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
