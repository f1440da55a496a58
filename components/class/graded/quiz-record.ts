// The tries of a learner in a graded quiz, as the server judged them.
import type { StartedQuiz } from "@/content/class/quiz-messages";

/** One judged try at a question; `text` as the question is shown. */
export type JudgedTry = StartedQuiz["given"][number];

/** How a learner stands with one question. */
export type QuestionRecord = {
  /** How many tries were judged. */
  used: number;
  right: boolean;
  /** Tries that are left: 0 once it is right. */
  left: number;
  /** The texts that were judged, first to last. */
  texts: readonly string[];
};

/** The record of one question, of which there are `tries`. */
export function recordOf(
  given: readonly JudgedTry[],
  question: string,
  tries: number,
): QuestionRecord {
  const own = given
    .filter((one) => one.question === question)
    .toSorted((one, other) => one.try - other.try);
  const right = own.some((one) => one.right);
  const used = own.length;
  const left = right ? 0 : Math.max(0, tries - used);
  return { used, right, left, texts: own.map(({ text }) => text) };
}

/** The list with one more try; the same again changes nothing. */
export function withTry(
  given: readonly JudgedTry[],
  one: JudgedTry,
): readonly JudgedTry[] {
  const known = ({ question, try: at }: JudgedTry) =>
    question === one.question && at === one.try;
  return given.some(known) ? given : [...given, one];
}

type Tried = {
  questions: readonly { id: string }[];
  given: readonly JudgedTry[];
  tries: number;
};

/** How many questions are right, and how many cannot be answered any more. */
export function scoreOf({ questions, given, tries }: Tried) {
  const all = questions.map(({ id }) => recordOf(given, id, tries));
  return {
    right: all.filter((one) => one.right).length,
    done: all.filter((one) => one.left === 0).length,
    count: all.length,
  };
}
