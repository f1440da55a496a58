// Until when an assignment is asked for, in words.
import { momentText } from "@/components/kit/wording";
import { dueText, isOverdue } from "@/labs/assignment/assignment";

export type Times = {
  /** The assignment's own due date: see `isDue`. */
  due: string | null;
  /** The reader's own due date, where their class extended it. */
  extended: string | null;
  /** When the class takes nothing more: milliseconds since 1970; null: never. */
  closes: number | null;
};

/** Whether what the class received at a moment came after the due date, the reader's own first. */
export function isLate(received: number, { due, extended }: Omit<Times, "closes">) {
  const last = extended ?? due;
  return last !== null && isOverdue(last, new Date(received));
}

/** "due Monday, 7 December 2026 · extended for you · closes …"; "" where nothing is said. */
export function timesText(times: Times): string {
  const now = Date.now();
  const { due, extended, closes } = times;
  const last = extended ?? due;
  const parts = [
    last !== null && `due ${dueText(last)}`,
    extended !== null && "extended for you",
    isLate(now, times) && "overdue",
    closes !== null && `${closes < now ? "closed" : "closes"} ${momentText(closes)}`,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** A sentence on what is handed in now, once it is late; "" before that. */
export function lateText(times: Times): string {
  const now = Date.now();
  if (times.closes !== null && times.closes < now) {
    return "The class has closed this assignment: it takes nothing more, unless your teacher opens it again.";
  }
  return isLate(now, times)
    ? "The due date is past: what you hand in now counts as late."
    : "";
}
