// Dates as the server's clock meets them: a day is over once it is over everywhere on Earth.
import type { Extension } from "@/content/class/roster-messages";

const hour = 60 * 60 * 1000;

/** The last moment of a due date (see `isDue`): a day ends last at UTC−12. */
function endOfDue(due: string): number {
  if (due.includes("T")) return Date.parse(due);
  return Date.parse(`${due}T00:00Z`) + 36 * hour;
}

type Dates = {
  /** The assignment's own; null where it has none. */
  due: string | null;
  closes: number | null;
  /** Of this assignment, of all learners. */
  extensions: readonly Pick<Extension, "learner" | "due">[];
};

const extensionOf = ({ extensions }: Dates, learner: string) =>
  extensions.find((one) => one.learner === learner)?.due ?? null;

/** When a learner's work is due, as a moment; null where it never is. */
export function dueFor(dates: Dates, learner: string): number | null {
  const due = extensionOf(dates, learner) ?? dates.due;
  return due === null ? null : endOfDue(due);
}

/** When the class stops taking a learner's work: an extension may put it off. */
export function closesFor(dates: Dates, learner: string): number | null {
  const extension = extensionOf(dates, learner);
  if (dates.closes === null || extension === null) return dates.closes;
  return Math.max(dates.closes, endOfDue(extension));
}

/** When the last learner's work is due; null where it never is. */
export function lastDue({ due, extensions }: Dates): number | null {
  const all = [...(due === null ? [] : [due]), ...extensions.map((one) => one.due)];
  return all.length === 0 ? null : Math.max(...all.map(endOfDue));
}
