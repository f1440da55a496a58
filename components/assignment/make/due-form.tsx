"use client";
import { useId, useState } from "react";
import { Button } from "@/components/kit/button";
import { TextField } from "@/components/kit/field";
import { Row, Small } from "@/components/kit/layout";
import { dueText, isDue } from "@/labs/assignment/assignment";
import styles from "./workshop.module.css";

type Props = { due: string | null; onChange(due: string | null): void };

/** A day, and a time where the instructor wants one. Key it by the draft that it opens with. */
export function DueForm({ due, onChange }: Props) {
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
  if (day === "" && time === "") return "None. It only informs: nothing closes.";
  return day === "" ? "Choose a day as well." : "This is no date.";
}

/** Of a date and of a time where the instructor is: `2026-12-01`, `18:00`; "" for none. */
type DueInputs = { day: string; time: string };

const two = (part: number) => String(part).padStart(2, "0");

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
  return {
    day: `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}
