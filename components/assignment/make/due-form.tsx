"use client";
import { useId, useState } from "react";
import { dueText, isDue } from "@/labs/assignment/due";
import styles from "./assign.module.css";

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

// A due date as its two inputs hold it, where the instructor is.

/** As inputs of a date and of a time give them: `2026-12-01`, `18:00`; "" for none. */
type DueInput = { day: string; time: string };

const two = (part: number) => String(part).padStart(2, "0");

/** The due date of two inputs, in universal time where there is a time; else null. */
export function dueOf({ day, time }: DueInput): string | null {
  if (time === "") return isDue(day) ? day : null;
  const at = new Date(`${day}T${time}`);
  if (Number.isNaN(at.getTime())) return null;
  const due = `${at.toISOString().slice(0, 16)}Z`;
  return isDue(due) ? due : null;
}

/** The inputs that `dueOf` makes the same due date of, in this time zone. */
export function inputsOf(due: string | null): DueInput {
  if (due === null || !due.includes("T")) return { day: due ?? "", time: "" };
  const at = new Date(due);
  return {
    day: `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}
