// A due date as its two inputs hold it, where the instructor is.
import { isDue } from "@/labs/assignment/due";

/** As inputs of a date and of a time give them: `2026-12-01`, `18:00`; "" for none. */
export type DueInput = { day: string; time: string };

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
