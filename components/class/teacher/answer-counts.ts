// Counts how a class answered each question, and puts answers in words.
import { answerText, readAnswerText } from "@/content/quiz/answer-text";
import { blankText } from "@/content/quiz/kinds/blank";
import { noPlaces } from "@/content/quiz/kinds/kind";
import { typedNumber } from "@/content/quiz/kinds/number";
import { formerPlaces, kinds, type Question, readAnswer } from "@/content/quiz/question";

/** The answers of one learner to a question. */
export type CountedAnswer = {
  question: string;
  /** The text of the first answer. */
  first: string;
  firstRight: boolean;
  /** Whether they are right by now. */
  right: boolean;
  /** How long the first answer took, in milliseconds; null where nobody knows. */
  took: number | null;
};

export type AnswerCount = {
  question: string;
  /** Learners who answered it. */
  answered: number;
  /** Of those, who were right at the first try, and who are right by now. */
  firstRight: number;
  right: number;
  /** The wrong first answer that most gave; null where no two gave the same. */
  wrong: { text: string; count: number } | null;
  /** The median time to the first answer, in milliseconds; null where none is known. */
  took: number | null;
};

/** Fewer than this gave an answer for reasons of their own. */
const fewestAlike = 2;

/** Equal for texts that say the same: how a number is spelt does not matter. */
function meaningOf(question: Question | undefined, text: string): string {
  const answer = readAnswerText(text, question ? formerPlaces(question) : noPlaces);
  if (!answer) return text;
  if (answer.kind === "predicted") return answer.option;
  if (answer.kind !== "typed") return question ? answerText(answer) : text;
  return `${answer.seed ?? 0}=${typedNumber(answer.text) ?? blankText(answer.text)}`;
}

/** The wrong first answer that most gave; of equally many, who came first. */
function mostWrong(
  question: Question | undefined,
  answers: readonly CountedAnswer[],
): AnswerCount["wrong"] {
  const counts = new Map<string, { text: string; count: number }>();
  for (const { first, firstRight } of answers) {
    if (firstRight) continue;
    const meaning = meaningOf(question, first);
    const known = counts.get(meaning) ?? { text: first, count: 0 };
    counts.set(meaning, { ...known, count: known.count + 1 });
  }
  const [most = null] = [...counts.values()].sort(
    (one, other) => other.count - one.count,
  );
  return most && most.count >= fewestAlike ? most : null;
}

/** Counts a class's answers, one for each learner and question, by question. */
export function answerCounts(
  answers: readonly CountedAnswer[],
  questions: readonly Question[] = [],
): AnswerCount[] {
  const known = new Map(questions.map((question) => [question.id, question]));
  const byQuestion = new Map<string, CountedAnswer[]>();
  for (const answer of answers) {
    const own = byQuestion.get(answer.question);
    if (own) own.push(answer);
    else byQuestion.set(answer.question, [answer]);
  }
  return [...byQuestion].map(([question, own]) => ({
    question,
    answered: own.length,
    firstRight: own.filter(({ firstRight }) => firstRight).length,
    right: own.filter(({ right }) => right).length,
    wrong: mostWrong(known.get(question), own),
    took: median(own.flatMap(({ took }) => took ?? [])),
  }));
}

/** Of fewer learners only the count is given: a share would say too much. */
const fewest = 10;

/** A count out of all who answered: "7 of 9", "12 of 20 (60 %)". */
export function countOf(count: number, answered: number): string {
  const share = answered < fewest ? "" : ` (${Math.round((100 * count) / answered)} %)`;
  return `${count} of ${answered}${share}`;
}

/** The questions that fewest were right at first; of equal ones, in the order given. */
export const hardestFirst = <T extends AnswerCount>(counts: readonly T[]): T[] =>
  counts.toSorted(
    (one, other) => one.firstRight / one.answered - other.firstRight / other.answered,
  );

/** The middle one of some numbers; of an even count, the mean of the two; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  const below = sorted[Math.ceil(half) - 1];
  const above = sorted[Math.floor(half)];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}

/**
 * The answer that a text stands for, in words for a teacher; the text itself where the
 * question is not known.
 */
export function answerWords(question: Question | undefined, text: string): string {
  const answer = question && readAnswer(question, text);
  return answer ? kinds[question.kind].words(question, answer) : text;
}
