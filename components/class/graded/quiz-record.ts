// What a learner has answered in a graded quiz, as the server told it.
import type { StartedQuiz } from "@/content/class/quiz-messages";

export type Given = StartedQuiz["given"][number];

/** How a learner stands with one question. */
export type Standing = {
  /** How many tries were judged. */
  used: number;
  right: boolean;
  /** Tries that are left: 0 once it is right. */
  left: number;
  /** Texts that were judged, first to last. */
  texts: readonly string[];
};

export function standing(
  given: readonly Given[],
  question: string,
  tries: number,
): Standing {
  const own = given
    .filter((one) => one.question === question)
    .toSorted((one, other) => one.try - other.try);
  const right = own.some((one) => one.right);
  const used = own.length;
  const left = right ? 0 : Math.max(0, tries - used);
  return { used, right, left, texts: own.map(({ text }) => text) };
}

/** The list with one more answer that was judged; the same again changes nothing. */
export function withGiven(given: readonly Given[], one: Given): readonly Given[] {
  const known = ({ question, try: at }: Given) =>
    question === one.question && at === one.try;
  return given.some(known) ? given : [...given, one];
}

/** How many questions are right, and how many cannot be answered any more. */
export function scoreOf({ questions, given, tries }: Omit<StartedQuiz, "now">) {
  const all = questions.map(({ id }) => standing(given, id, tries));
  return {
    right: all.filter((one) => one.right).length,
    done: all.filter((one) => one.left === 0).length,
    count: all.length,
  };
}
