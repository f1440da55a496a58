"use client";
import { useDeferredValue, useId } from "react";
import { type Assignment, longest } from "@/labs/assignment/assignment";
import { Note } from "../note";
import styles from "./assign.module.css";

type Props = {
  draft: Assignment;
  onChange(words: Partial<Pick<Assignment, "title" | "note">>): void;
};

/** The title and the instructions, with what a learner will see of them. */
export function WordsForm({ draft, onChange }: Props) {
  const id = useId();
  const { title, note } = draft;
  const drawn = useDeferredValue(note);
  return (
    <div className={styles.words}>
      <div className={styles.field}>
        <label htmlFor={`${id}-title`}>Title</label>
        <input
          id={`${id}-title`}
          value={title}
          maxLength={longest.title}
          placeholder={draft.lab.title}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-note`}>Instructions</label>
        <textarea
          id={`${id}-note`}
          value={note}
          maxLength={longest.note}
          rows={8}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange({ note: target.value })}
        />
        <p id={`${id}-hint`} className={styles.small}>
          Markdown: **bold**, lists, `code`, [links](/lessons/deep-learning); no images,
          no HTML. {longest.note - note.length} characters left.
        </p>
      </div>
      <section
        className={styles.shown}
        aria-label="The instructions as learners see them"
      >
        <h3>As learners see them</h3>
        {drawn.trim() === "" ? (
          <p className={styles.small}>Nothing yet.</p>
        ) : (
          <Note markdown={drawn} />
        )}
      </section>
    </div>
  );
}
