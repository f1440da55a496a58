import { counted } from "@/labs/arithmetic/number-text";

type Terms = {
  /** Of graded questions. */
  count: number;
  tries: number;
  /** From a learner's start; null where time is not limited. */
  minutes: number | null;
};

/** The rules of a graded quiz: "6 questions, 2 tries each, 20 minutes once you start." */
export function quizTerms({ count, tries, minutes }: Terms): string {
  const each = `${counted(tries, "try", "tries")}${count === 1 ? "" : " each"}`;
  const time =
    minutes === null ? "no time limit" : `${counted(minutes, "minute")} once you start`;
  return `${counted(count, "question")}, ${each}, ${time}.`;
}
