"use client";
import { useState } from "react";
import styles from "./assign.module.css";

/** The assignment as a learner opens it: in this page, or in a new one. */
export function PreviewPanel({ link }: { link: string }) {
  /** What the frame shows; null while it is folded away. */
  const [shown, setShown] = useState<string | null>(null);
  const stale = shown !== null && shown !== link;
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <button type="button" onClick={() => setShown(shown === null ? link : null)}>
          {shown === null ? "Show the preview here" : "Fold the preview away"}
        </button>
        {shown !== null && (
          <button
            type="button"
            aria-disabled={!stale}
            onClick={() => stale && setShown(link)}
          >
            Renew the preview
          </button>
        )}
        <a href={link} target="_blank" rel="noopener">
          Open it as a learner, in a new tab
        </a>
        <p role="status">{stale && "The assignment has changed since."}</p>
      </div>
      {shown !== null && (
        <iframe
          key={shown}
          className={styles.frame}
          src={`/embed${shown}`}
          title="The assignment as a learner sees it"
        />
      )}
    </div>
  );
}
