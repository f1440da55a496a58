// The graded quiz of an assignment, as the learner who asks for it has it.
import type { Question } from "@/content/quiz/question";
import { readLink } from "@/labs/assignment/assignment-link";
import { classServer } from "./class-server";
import { gradable } from "./question-bank";
import { spend } from "./rate-limits";
import { isId } from "./secrets";
import { learnerOf, notThere } from "./sessions";

export type QuizParams = { id: string; assignment: string };

/** How long after the end an answer may still be on its way, in milliseconds. */
const grace = 10_000;

export type AskedQuiz = {
  classId: string;
  assignment: string;
  learner: string;
  /** Those that the site knows, in the assignment’s order. */
  questions: readonly Question[];
  /** How many it does not know. */
  missing: number;
  tries: number;
  minutes: number | null;
};

/** Refuses, with 403, 404 or 429, who is no learner of it, or where there is no quiz. */
export async function askedQuiz(
  request: Request,
  { id, assignment }: QuizParams,
): Promise<AskedQuiz> {
  const { of, learner } = await learnerOf(request, id);
  const { assignments, limits } = await classServer();
  await spend(limits.quiz, learner.id);
  const listed = isId(assignment) ? await assignments.of(of.id) : [];
  const link = listed.find((one) => one.id === assignment)?.link;
  const asked = link === undefined ? null : readLink(link)?.assignment;
  if (!asked || asked.quiz.length === 0) throw notThere("quiz");
  const { quiz, tries, minutes } = asked;
  const questions = await gradable(quiz);
  const missing = quiz.length - questions.length;
  const whose = { classId: of.id, assignment, learner: learner.id };
  return { ...whose, questions, missing, tries, minutes };
}

/** When a quiz ends for who started it then; null where it never does. */
export const endOf = (started: number, minutes: number | null) =>
  minutes === null ? null : started + minutes * 60_000;

/** How long after the start answers are taken, in milliseconds; null: whenever. */
export const longestOf = ({ minutes }: Pick<AskedQuiz, "minutes">) =>
  minutes === null ? null : minutes * 60_000 + grace;
