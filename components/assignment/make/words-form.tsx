"use client";
import { useDeferredValue, useId, useState } from "react";
import { Note } from "@/components/assignment/note";
import { Button } from "@/components/kit/button";
import { TextArea, TextField } from "@/components/kit/field";
import { Row, Small } from "@/components/kit/layout";
import {
  type Assignment,
  dueText,
  isDue,
  localDay,
  longest,
} from "@/labs/assignment/assignment";
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

type DueFormProps = { due: string | null; onChange(due: string | null): void };

/** A day, and a time where the instructor wants one. Key it by the draft that it opens with. */
export function DueForm({ due, onChange }: DueFormProps) {
  const id = useId();
  // While a year is being typed, universal time is not what the inputs should show.
  const [typed, setTyped] = useState(() => inputsOf(due));
  function type(part: Partial<DueInputs>) {
    const next = { ...typed, ...part };
    setTyped(next);
    onChange(dueOf(next));
  }
  return (
    <>
      <Row className={styles.inputs}>
        <TextField
          label="Day"
          type="date"
          value={typed.day}
          aria-describedby={id}
          onChange={({ target }) => type({ day: target.value })}
        />
        <TextField
          label="Time, if you like"
          type="time"
          value={typed.time}
          aria-describedby={id}
          onChange={({ target }) => type({ time: target.value })}
        />
        <Button onClick={() => type({ day: "", time: "" })}>No due date</Button>
      </Row>
      <Small id={id}>{dueNote(typed, due)}</Small>
    </>
  );
}

/** The meaning of a due date for learners. */
function dueNote({ day, time }: DueInputs, due: string | null): string {
  if (due !== null) {
    const where = due.includes("T")
      ? "where you are; learners see it in their own time zone"
      : "the whole day, wherever a learner is";
    return `${dueText(due)}, ${where}.`;
  }
  if (day === "" && time === "")
    return "None. It only informs: nothing closes, and a class marks what comes later as late.";
  return day === "" ? "Choose a day as well." : "This is no date.";
}

/** Of a date and of a time where the instructor is: `2026-12-01`, `18:00`; "" for none. */
type DueInputs = { day: string; time: string };

/** The due date of two inputs, in universal time where there is a time; else null. */
export function dueOf({ day, time }: DueInputs): string | null {
  if (time === "") return isDue(day) ? day : null;
  const at = new Date(`${day}T${time}`);
  if (Number.isNaN(at.getTime())) return null;
  const due = `${at.toISOString().slice(0, 16)}Z`;
  return isDue(due) ? due : null;
}

/** The inputs that `dueOf` makes the same due date of, in this time zone. */
export function inputsOf(due: string | null): DueInputs {
  if (due === null || !due.includes("T")) return { day: due ?? "", time: "" };
  const at = new Date(due);
  return { day: localDay(at), time: at.toTimeString().slice(0, 5) };
}
