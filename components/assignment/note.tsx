"use client";
// An instructor's Markdown. What formats it is downloaded where there is something to
// format; until then, and where that fails, it is read as it was typed.
//
// This room holds what both sides of an assignment share: `make/` is the instructor's
// workshop, `do/` the panel above a learner's lab.
import { lazy, type ReactNode, Suspense } from "react";
import styles from "./note.module.css";

type Formatting = {
  markdown: string;
  /** Shown where the Markdown cannot be formatted. */
  asTyped: ReactNode;
};

const FormattedNote = lazy(async () => {
  const loaded = await import("./formatted-note").catch(() => null);
  return { default: loaded?.FormattedNote ?? (({ asTyped }: Formatting) => asTyped) };
});

/**
 * Instructions in Markdown as a reader sees them: no images, no HTML, and links only to
 * this site and to web addresses. Whatever the text is, it is shown and nothing is thrown.
 */
export function Note({ markdown }: { markdown: string }) {
  if (markdown.trim() === "") return null;
  const asTyped = <p className={styles.typed}>{markdown}</p>;
  return (
    <div className={styles.note}>
      <Suspense fallback={asTyped}>
        <FormattedNote {...{ markdown, asTyped }} />
      </Suspense>
    </div>
  );
}
