// The graded quiz of an assignment, for the learner who asks for it: what it asks, how long
// it takes answers, and when it tells which of them are right.
import type { OwnQuiz, QuizTelling } from "@/content/class/quiz-messages";
import type { Question } from "@/content/quiz/question";
import type { Assignment } from "@/labs/assignment/assignment";
import { readLink } from "@/labs/assignment/assignment-link";
import { notFound } from "./class-route";
import type { ClassTerms } from "./class-server";
import { closesFor, dueFor, lastDue } from "./due-times";
import { gradable } from "./question-bank";
import { spend } from "./rate-limits";
import { isId } from "./secrets";
import { learnerRoute } from "./sessions";
import type { ClassStore } from "./store/class-store";
import type { StoredExtension, StoredTry } from "./store/stored-rows";

/** How long after the end an answer may still be on its way, in milliseconds. */
const grace = 10_000;

/** A graded quiz as a class asks it. */
type GradedQuiz = {
  asked: Assignment;
  assignment: string;
  closes: number | null;
  extensions: readonly StoredExtension[];
  /** Those that the site knows, in the assignment’s order. */
  questions: readonly Question[];
  /** How many it does not know. */
  missing: number;
};

/** The quiz of an assignment of a class; null where it has none. */
export async function quizIn(
  terms: ClassTerms,
  assignment: string,
): Promise<GradedQuiz | null> {
  const listed = terms.assignments.find(({ id }) => id === assignment);
  const asked = listed && readLink(listed.link)?.assignment;
  if (!asked || asked.quiz.length === 0) return null;
  const questions = await gradable(asked.quiz);
  const extensions = terms.extensions.filter((one) => one.assignment === assignment);
  const missing = asked.quiz.length - questions.length;
  return { asked, assignment, closes: listed.closes, extensions, questions, missing };
}

type QuizRequest = {
  request: Request;
  store: ClassStore;
  classId: string;
  learner: string;
  quiz: GradedQuiz;
};

/** A learner's route at a graded quiz. Refuses with 403, 404 (also: no quiz) or 429. */
export const quizRoute = (work: (asked: QuizRequest) => Promise<Response>) =>
  learnerRoute<{ id: string; assignment: string }>(
    async ({ request, params, schoolClass, learner, store, assignments, limits }) => {
      spend(limits.quiz, learner.id);
      const { assignment } = params;
      const terms = isId(assignment) ? await assignments.termsOf(schoolClass.id) : null;
      const quiz = terms && (await quizIn(terms, assignment));
      if (!quiz) throw notFound("quiz");
      return work({
        ...{ request, store, quiz },
        classId: schoolClass.id,
        learner: learner.id,
      });
    },
  );

/** The end of a quiz that started at a moment; null where the time has no limit. */
export const endOf = (started: number, minutes: number | null) =>
  minutes === null ? null : started + minutes * 60_000;

/** How long after the start answers are taken, in milliseconds; null: whenever. */
export const longestOf = (minutes: number | null) =>
  minutes === null ? null : minutes * 60_000 + grace;

type Begun = { started: number; handed: number | null; tries: readonly StoredTry[] };

/**
 * How a quiz stands for a learner: whether it takes answers now, and tells of them. Where feedback waits for the due
 * date, it waits for every learner's: nobody can tell a mate who has an extension.
 */
export function tellingOf(
  { asked, closes, extensions }: Omit<GradedQuiz, "questions" | "missing" | "assignment">,
  learner: string,
  begun: Omit<Begun, "tries"> | null,
  now: number,
): QuizTelling {
  const dates = { due: asked.due, closes, extensions };
  const last = lastDue(dates);
  const feedback = asked.feedback === "due" && last === null ? "handed" : asked.feedback;
  const tells = feedback === "due" ? last : null;
  const handed = begun?.handed ?? null;
  const longest = longestOf(asked.minutes);
  const past = (moment: number | null) => moment !== null && now > moment;
  const over =
    past(begun && longest !== null ? begun.started + longest : null) ||
    past(closesFor(dates, learner)) ||
    (feedback === "due" && (past(dueFor(dates, learner)) || past(tells)));
  const shows = {
    once: true,
    handed: handed !== null || over,
    due: past(tells),
  };
  return {
    ...{ feedback, tells, handed },
    shows: shows[feedback],
    takes: handed === null && !over,
  };
}

/** How a learner stands in a quiz; of a question's tries the latest counts. */
export function standingIn(
  { asked, assignment, questions }: GradedQuiz,
  { shows, handed }: QuizTelling,
  tries: readonly StoredTry[],
): OwnQuiz {
  const all = questions.map(({ id }) => tries.filter((one) => one.question === id));
  const right = all.filter((own) => own.at(-1)?.right === true);
  const spent = all.filter((own) => own.length >= asked.tries);
  return {
    ...{ assignment, handed },
    count: questions.length,
    right: shows ? right.length : null,
    // Where it is not told what is right, nor may it be told by what is done.
    done: asked.feedback === "once" ? new Set([...right, ...spent]).size : spent.length,
    answered: all.filter((own) => own.length > 0).length,
  };
}

/** How a learner stands in each quiz of their class that they started. */
export async function ownQuizzes(
  store: ClassStore,
  terms: ClassTerms,
  classId: string,
  learner: string,
): Promise<OwnQuiz[]> {
  const { starts, tries } = await store.quizzesOf(classId, learner);
  const now = Date.now();
  const standings = starts.map(async (start) => {
    const quiz = await quizIn(terms, start.assignment);
    if (!quiz) return [];
    const own = tries.filter((one) => one.assignment === start.assignment);
    return [standingIn(quiz, tellingOf(quiz, learner, start, now), own)];
  });
  return (await Promise.all(standings)).flat();
}
