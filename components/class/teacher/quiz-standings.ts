// How learners stand in the graded quizzes of a class.
import type { BoardMessage } from "@/content/class/messages";
import type { QuizScore, QuizzesMessage } from "@/content/class/quiz-messages";
import { assignmentIn } from "../class-assignment";
import type { CountedAnswer } from "./answer-counts";

export type QuizStanding = {
  started: number;
  /** Null where the learner did not hand it in: not every quiz is. */
  handed: number | null;
  /** Questions answered right, of those that the site knows. */
  right: number;
  count: number;
  /** In their order. */
  tries: readonly QuizScore[];
};

/** Of one learner, by assignment. */
export type OwnStandings = ReadonlyMap<string, QuizStanding>;

/** Of a question's tries the latest one counts. */
function rightIn(tries: readonly QuizScore[]): number {
  const latest = new Map<string, QuizScore>();
  for (const one of tries) {
    const before = latest.get(one.question);
    if (!before || before.try < one.try) latest.set(one.question, one);
  }
  return [...latest.values()].filter(({ right }) => right).length;
}

/** By learner; of quizzes that were not started there is none. */
export function quizStandings(
  { scores, starts, questions }: QuizzesMessage,
  assignments: BoardMessage["assignments"],
): ReadonlyMap<string, OwnStandings> {
  const known = new Set(questions.map(({ id }) => id));
  const asked = new Map(
    assignments.map(({ id, link }) => [
      id,
      (assignmentIn(link)?.quiz ?? []).filter((question) => known.has(question)),
    ]),
  );
  const keyOf = (of: { learner: string; assignment: string }) =>
    `${of.learner} ${of.assignment}`;
  const tries = new Map<string, QuizScore[]>();
  for (const score of scores) {
    if (!asked.get(score.assignment)?.includes(score.question)) continue;
    const key = keyOf(score);
    tries.set(key, [...(tries.get(key) ?? []), score]);
  }
  const standings = new Map<string, Map<string, QuizStanding>>();
  for (const start of starts) {
    const own = tries.get(keyOf(start)) ?? [];
    const of = standings.get(start.learner) ?? new Map<string, QuizStanding>();
    of.set(start.assignment, {
      started: start.started,
      handed: start.handed,
      right: rightIn(own),
      count: asked.get(start.assignment)?.length ?? 0,
      tries: own,
    });
    standings.set(start.learner, of);
  }
  return standings;
}

/** A standing in words: "4 of 6 right". */
export const standingText = ({ right, count }: QuizStanding) =>
  `${right} of ${count} right`;

/** The graded answers as those of self-study are counted; each quiz counts by itself. */
export function gradedAnswers(scores: readonly QuizScore[]): CountedAnswer[] {
  const answers = new Map<string, CountedAnswer>();
  const inOrder = scores.toSorted((one, other) => one.try - other.try);
  for (const { learner, assignment, question, try: number, ...score } of inOrder) {
    const key = `${learner} ${assignment} ${question}`;
    const before = answers.get(key);
    if (number === 1) {
      const { text: first, right, took } = score;
      answers.set(key, { question, first, firstRight: right, right, took });
    } else if (before) answers.set(key, { ...before, right: score.right });
  }
  return [...answers.values()];
}
