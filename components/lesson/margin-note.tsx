// Terms and sources stand in the margin of a lesson where there is room for one.
import type { ReactNode } from "react";
import { Button } from "@/components/kit/button";
import { isSourceName, type Source, sources, writtenDate } from "@/content/sources";
import { terms } from "@/content/terms";
import styles from "./margin-note.module.css";

/** After it no line is broken, so that a full stop stays with the word before it. */
const joiner = "\u2060";

/** The place where a term is introduced. Without a margin, its definition folds out of a sign. */
export function Definition({ of, children }: { of: string; children: ReactNode }) {
  const found = terms.find(({ term }) => term === of);
  if (!found) throw new Error(`There is no term "${of}"`);
  const { term, means } = found;
  const name = term.toLowerCase().replaceAll(" ", "-");
  return (
    <>
      {/* The sign stays in the line of its word; longer terms may be broken. */}
      <span className={term.includes(" ") ? undefined : styles.whole}>
        <dfn id={`term-${name}`}>{children}</dfn>
        <Button
          className={styles.sign}
          popoverTarget={`note-${name}`}
          aria-label={`What “${term}” means`}
        />
      </span>
      {joiner}
      <span popover="auto" id={`note-${name}`} role="note" className={styles.note}>
        <b>{term[0]?.toUpperCase() + term.slice(1)}</b> {means}
      </span>
      {joiner}
    </>
  );
}

/** Where a fact is from: in the line, or in the margin with the title. Leads to the sources. */
export function Citation({ of }: { of: string }) {
  if (!isSourceName(of)) throw new Error(`There is no source "${of}"`);
  const { publisher, title, dated }: Source = sources[of];
  return (
    <span className={styles.cited}>
      <a href={`#source-${of}`}>
        {publisher}, <cite>{title}, </cite>
        {writtenDate(dated)}
      </a>
    </span>
  );
}
