"use client";
import { useDeferredValue } from "react";
import { TextArea, TextField } from "@/components/kit/field";
import { Small } from "@/components/kit/layout";
import { type Assignment, longest } from "@/labs/assignment/assignment";
import { Note } from "../note";
import styles from "./words-form.module.css";

type Props = {
  draft: Assignment;
  onChange(words: Partial<Pick<Assignment, "title" | "note">>): void;
};

/** The title and the instructions, with what a learner will see of them. */
export function WordsForm({ draft, onChange }: Props) {
  const { title, note } = draft;
  const drawn = useDeferredValue(note);
  return (
    <div className={styles.words}>
      <TextField
        label="Title"
        fieldClass={styles.title}
        value={title}
        maxLength={longest.title}
        placeholder={draft.lab.title}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <TextArea
        label="Instructions"
        hint={
          <>
            Markdown: **bold**, lists, `code`, [links](/lessons/deep-learning); no images,
            no HTML. {longest.note - note.length} characters left.
          </>
        }
        value={note}
        maxLength={longest.note}
        rows={8}
        onChange={({ target }) => onChange({ note: target.value })}
      />
      <section
        className={styles.shown}
        aria-label="The instructions as learners see them"
      >
        <h3>As learners see them</h3>
        {drawn.trim() === "" ? <Small>Nothing yet.</Small> : <Note markdown={drawn} />}
      </section>
    </div>
  );
}
