// One quiz item: how it is presented, judged and explained. All that a kind does in its own
// way is in its record; no page needs more than this to ask a question.
import { readAnswerText } from "./answer-text";
import { type BlankQuestion, blank } from "./kinds/blank";
import { type ChoiceQuestion, one, several } from "./kinds/choice";
import { type Permute, permuted } from "./kinds/draw";
import type { Answer, Explanation, KindRecord, Parts, Places } from "./kinds/kind";
import { type MatchQuestion, match } from "./kinds/match";
import { type NumberQuestion, number } from "./kinds/number";
import { type OrderQuestion, order } from "./kinds/order";
import { type PointQuestion, point } from "./kinds/point";
import { type PredictQuestion, predict } from "./kinds/predict";

/** A quiz item, with its key. */
export type Question =
  | ChoiceQuestion
  | PointQuestion
  | PredictQuestion
  | NumberQuestion
  | BlankQuestion
  | OrderQuestion
  | MatchQuestion;

/** The name of a question kind. */
export type Kind = Question["kind"];

/** The record of every kind, in the order in which lists name them. */
export const kinds: Readonly<Record<Kind, KindRecord<Question>>> = {
  one,
  several,
  point,
  predict,
  number,
  blank,
  order,
  match,
};

/** Whether a text is the name of a kind. */
export const isKind = (text: unknown): text is Kind =>
  typeof text === "string" && Object.hasOwn(kinds, text);

/** A question as it is put to somebody. Nothing in it tells the answer; parts stand in drawn order. */
export type Presented = Parts & {
  id: string;
  kind: Kind;
  asks: string;
  seed: number;
  /** Of the number asked for; may be empty. */
  unit: string;
  /** The name of the figure to point at; null where there is none. */
  figure: string | null;
};

/** The words on an answer. */
export type Feedback = Explanation & { right: boolean };

/** The question with its numbers drawn from a seed; as it was read, it is that of seed 0. */
export const drawn = (question: Question, seed: number): Question =>
  kinds[question.kind].draw?.(question, seed) ?? question;

const arranged = <T>(
  { id, kind }: Question,
  lists: Parts<T>,
  seed: number,
  permute: Permute = permuted,
): Parts<T> => kinds[kind].arrange?.(lists, id, seed, permute) ?? lists;

/** The question as it is presented for a seed: with its numbers, and in its order. */
export function present(
  question: Question,
  seed: number,
  permute: Permute = permuted,
): Presented {
  const { id, kind, asks } = drawn(question, seed);
  const record = kinds[kind];
  return {
    ...{ id, kind, asks, seed },
    ...arranged(question, record.parts(question), seed, permute),
    unit: record.unit?.(question) ?? "",
    figure: record.figure?.(question) ?? null,
  };
}

const idsOf = ({ parts, targets }: Parts): Places => ({
  parts: parts.map(({ id }) => id),
  targets: targets.map(({ id }) => id),
});

/** The ids of its parts by the positions that answers of version 1 and 2 name. */
export const formerPlaces = (question: Question): Places =>
  question.formerly ?? idsOf(kinds[question.kind].parts(question));

/** Those ids by the positions at which a seed showed them then. */
export const formerPlacesShown = (question: Question, seed: number): Places =>
  arranged(question, formerPlaces(question), seed);

/** The answer to a question that a kept text stands for; null where it stands for none. */
export const readAnswer = (question: Question, text: string): Answer | null =>
  readAnswerText(text, formerPlaces(question));

/** An answer to the question presented for a seed, as it is kept: the seed drew its numbers. */
export const asKept = (answer: Answer, seed: number): Answer =>
  answer.kind === "typed" ? { ...answer, seed } : answer;

/**
 * Whether an answer is right; one of another kind is wrong. A prediction is judged by the
 * reader's own run where the answer tells what came of it.
 */
export const isRight = (question: Question, answer: Answer): boolean =>
  kinds[question.kind].isRight(question, answer);

/** Whether an answer and each part of it is right, and why. */
export function feedbackOn(question: Question, answer: Answer): Feedback {
  const right = isRight(question, answer);
  return { right, ...kinds[question.kind].explain(question, answer, right) };
}

/** Why an answer to a presented question cannot be judged yet; null where it can. */
export const missingIn = (presented: Presented, answer: Answer): string | null =>
  kinds[presented.kind].missing(presented, answer);

/**
 * How the answer that a text stands for is judged: "unknown" where none of `questions` has
 * the id. A text that stands for no answer is wrong.
 */
export function judgedAnswer(
  questions: readonly Question[],
  id: string,
  text: string,
): "right" | "wrong" | "unknown" {
  const question = questions.find((one) => one.id === id);
  if (!question) return "unknown";
  const answer = readAnswer(question, text);
  return answer && isRight(question, answer) ? "right" : "wrong";
}
