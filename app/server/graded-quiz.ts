// The graded quiz of an assignment, for the learner who asks for it.
import type { Question } from "@/content/quiz/question";
import { readLink } from "@/labs/assignment/assignment-link";
import { notFound } from "./class-route";
import { gradable } from "./question-bank";
import { spend } from "./rate-limits";
import { isId } from "./secrets";
import { learnerRoute } from "./sessions";
import type { ClassStore } from "./store/class-store";

/** How long after the end an answer may still be on its way, in milliseconds. */
const grace = 10_000;

type QuizRequest = {
  request: Request;
  store: ClassStore;
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

/** A learner's route at a graded quiz. Refuses with 403, 404 (also: no quiz) or 429. */
export const quizRoute = (work: (asked: QuizRequest) => Promise<Response>) =>
  learnerRoute<{ id: string; assignment: string }>(
    async ({ request, params, schoolClass, learner, store, assignments, limits }) => {
      const { assignment } = params;
      spend(limits.quiz, learner.id);
      const listed = isId(assignment) ? await assignments.of(schoolClass.id) : [];
      const link = listed.find((one) => one.id === assignment)?.link;
      const asked = link === undefined ? null : readLink(link)?.assignment;
      if (!asked || asked.quiz.length === 0) throw notFound("quiz");
      const { quiz, tries, minutes } = asked;
      const questions = await gradable(quiz);
      return work({
        ...{ request, store, assignment, questions, tries, minutes },
        classId: schoolClass.id,
        learner: learner.id,
        missing: quiz.length - questions.length,
      });
    },
  );

/** The end of a quiz that started at a moment; null where the time has no limit. */
export const endOf = (started: number, minutes: number | null) =>
  minutes === null ? null : started + minutes * 60_000;

/** How long after the start answers are taken, in milliseconds; null: whenever. */
export const longestOf = (minutes: number | null) =>
  minutes === null ? null : minutes * 60_000 + grace;
