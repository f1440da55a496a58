// The tries of a learner in a graded quiz, as the server judged them.
import type { StartedQuiz } from "@/content/class/quiz-messages";

/** One judged try at a question; `text` as the question is shown. */
export type JudgedTry = StartedQuiz["given"][number];

/** The rules of a quiz's tries. */
export type TryRules = {
  /** How often a question may be answered. */
  tries: number;
  /** Whether a further try changes the answer, so that the latest counts: see `feedback`. */
  again: boolean;
};

/** How a learner stands with one question. */
type QuestionRecord = {
  /** How many tries were judged. */
  used: number;
  /** Null while it is not told. */
  right: boolean | null;
  /** Tries that are left: 0 once it is right, unless a further one changes the answer. */
  left: number;
  /** The texts that were judged, first to last. */
  texts: readonly string[];
};

/** The record of one question. */
export function recordOf(
  given: readonly JudgedTry[],
  question: string,
  { tries, again }: TryRules,
): QuestionRecord {
  const own = given
    .filter((one) => one.question === question)
    .toSorted((one, other) => one.try - other.try);
  const latest = own.at(-1);
  const right = latest ? latest.right : false;
  const used = own.length;
  const left = right && !again ? 0 : Math.max(0, tries - used);
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

type Tried = TryRules & {
  questions: readonly { id: string }[];
  given: readonly JudgedTry[];
};

/** How many questions are right, were answered, and cannot be answered any more. */
export function scoreOf({ questions, given, ...rules }: Tried) {
  const all = questions.map(({ id }) => recordOf(given, id, rules));
  return {
    right: all.filter((one) => one.right).length,
    answered: all.filter((one) => one.used > 0).length,
    done: all.filter((one) => one.left === 0).length,
    count: all.length,
  };
}
