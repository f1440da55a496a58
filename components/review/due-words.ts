import { dayOf } from "@/content/quiz/schedule";

/** When something is due, as one says it: “today”, “tomorrow”, “in 3 days”. */
export function dueWords(due: number, now: number): string {
  const days = dayOf(due) - dayOf(now);
  if (days <= 0) return "today";
  if (days === 1) return "tomorrow";
  if (days < 14) return `in ${days} days`;
  return days < 61
    ? `in ${Math.round(days / 7)} weeks`
    : `in ${Math.round(days / 30.44)} months`;
}
