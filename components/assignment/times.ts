// Until when an assignment is asked for, in words.
import { momentText } from "@/components/kit/wording";
import { dueText, isOverdue } from "@/labs/assignment/assignment";

/** The moments that decide whether work is on time. */
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

/** Whether the reader's own due date is later than the class's end, and so is their end. */
const isPutOff = ({ extended, closes }: Times) =>
  closes !== null && extended !== null && !isOverdue(extended, new Date(closes));

const isClosed = (times: Times, now: number) =>
  times.closes !== null && times.closes < now && (!isPutOff(times) || isLate(now, times));

/** "due Monday, 7 December 2026 · extended for you · closes …"; "" where nothing is said. */
export function timesText(times: Times): string {
  const now = Date.now();
  const { due, extended, closes } = times;
  const last = extended ?? due;
  const parts = [
    last !== null && `due ${dueText(last)}`,
    extended !== null && "extended for you",
    isLate(now, times) && "overdue",
    closes !== null && endText(times, closes, now),
  ];
  return parts.filter(Boolean).join(" · ");
}

function endText(times: Times, closes: number, now: number): string {
  const closed = isClosed(times, now);
  if (isPutOff(times)) return closed ? "closed since" : "closes then";
  return `${closed ? "closed" : "closes"} ${momentText(closes)}`;
}

/** A sentence on what is handed in now, once it is late; "" before that. */
export function lateText(times: Times): string {
  const now = Date.now();
  if (isClosed(times, now)) {
    return "The class has closed this assignment: it takes nothing more, unless your teacher opens it again.";
  }
  return isLate(now, times)
    ? "The due date is past: what you hand in now counts as late."
    : "";
}
