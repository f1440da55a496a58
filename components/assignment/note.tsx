"use client";
// An instructor's Markdown. What formats it is downloaded where there is something to
// format; until then, and where that fails, it is read as it was typed.
import { lazy, Suspense } from "react";
import styles from "./note.module.css";
import { PlainNote } from "./plain-note";

const FormattedNote = lazy(async () => {
  const loaded = await import("./formatted-note").catch(() => null);
  return { default: loaded?.FormattedNote ?? PlainNote };
});

/**
 * Instructions in Markdown as a reader sees them: no images, no HTML, and links only to
 * this site and to web addresses. Whatever the text is, it is shown and nothing is thrown.
 */
export function Note({ markdown }: { markdown: string }) {
  if (markdown.trim() === "") return null;
  return (
    <div className={styles.note}>
      <Suspense fallback={<PlainNote markdown={markdown} />}>
        <FormattedNote markdown={markdown} />
      </Suspense>
    </div>
  );
}
