// How a graded quiz is told before it begins.
import { counted } from "@/labs/number-text";

type Terms = { count: number; tries: number; minutes: number | null };

/** As in "6 questions, 2 tries each, 20 minutes once you start." */
export function quizTerms({ count, tries, minutes }: Terms): string {
  const each = `${counted(tries, "try", "tries")}${count === 1 ? "" : " each"}`;
  const time =
    minutes === null ? "no time limit" : `${counted(minutes, "minute")} once you start`;
  return `${counted(count, "question")}, ${each}, ${time}.`;
}
