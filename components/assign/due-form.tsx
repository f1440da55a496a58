"use client";
import { useId, useState } from "react";
import { dueText } from "@/labs/assignment/due";
import styles from "./assign.module.css";
import { type DueInput, dueOf, inputsOf } from "./due-input";

type Props = { due: string | null; onChange(due: string | null): void };

/** What a due date means to its learners. */
function dueNote({ day, time }: DueInput, due: string | null): string {
  if (due !== null) {
    const where = due.includes("T")
      ? "where you are; learners see it in their own time zone"
      : "the whole day, wherever a learner is";
    return `${dueText(due)}, ${where}.`;
  }
  if (day === "" && time === "") return "None. It only informs: nothing closes.";
  return day === "" ? "Choose a day as well." : "This is no date.";
}

/** A day, and a time where the instructor wants one. Key it by what `due` came from. */
export function DueForm({ due, onChange }: Props) {
  const id = useId();
  // While a year is being typed, universal time is not what the inputs should show.
  const [typed, setTyped] = useState(() => inputsOf(due));
  function type(part: Partial<DueInput>) {
    const next = { ...typed, ...part };
    setTyped(next);
    onChange(dueOf(next));
  }
  const clear = () => type({ day: "", time: "" });
  return (
    <div className={styles.row}>
      <div className={styles.field}>
        <label htmlFor={`${id}-day`}>Day</label>
        <input
          id={`${id}-day`}
          type="date"
          value={typed.day}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => type({ day: target.value })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-time`}>Time, if you like</label>
        <input
          id={`${id}-time`}
          type="time"
          value={typed.time}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => type({ time: target.value })}
        />
      </div>
      <button type="button" onClick={clear}>
        No due date
      </button>
      <p id={`${id}-note`} className={styles.small}>
        {dueNote(typed, due)}
      </p>
    </div>
  );
}
