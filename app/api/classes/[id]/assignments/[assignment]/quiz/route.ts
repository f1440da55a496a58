// A learner looks at the graded quiz of an assignment, and starts it.
import { notFound } from "@/app/server/class-route";
import { presentTo, shownText } from "@/app/server/graded-question";
import { endOf, quizRoute } from "@/app/server/graded-quiz";
import { readBody } from "@/app/server/read-body";
import { newSecret } from "@/app/server/secrets";
import { requests } from "@/content/class/messages";
import type { QuizState, StartedQuiz } from "@/content/class/quiz-messages";

const wanted = "To start a quiz, send {}.";

/** Starts nothing. */
export const GET = quizRoute(async (asked) => {
  const { store, classId, assignment, learner, questions, missing, tries, minutes } =
    asked;
  const quiz = await store.quizOf(classId, assignment, learner);
  const triesAt = (id: string) => quiz?.tries.filter((one) => one.question === id) ?? [];
  const all = questions.map(({ id }) => triesAt(id));
  const right = all.filter((own) => own.some((one) => one.right));
  const spent = all.filter((own) => own.length >= tries);
  const state: QuizState = {
    ...{ count: questions.length, missing, tries, minutes },
    started: quiz?.started ?? null,
    ends: quiz && endOf(quiz.started, minutes),
    now: Date.now(),
    right: right.length,
    done: new Set([...right, ...spent]).size,
  };
  return Response.json(state);
});

export const POST = quizRoute(async (asked) => {
  const { request, store, classId, assignment, learner } = asked;
  const { questions, missing, tries, minutes } = asked;
  await readBody(request, requests.startQuiz, wanted);
  const now = Date.now();
  const start = { assignment, learner, started: now, secret: newSecret() };
  const begun = await store.startQuiz(classId, start);
  const quiz = begun && (await store.quizOf(classId, assignment, learner));
  if (!quiz) throw notFound("quiz");
  const { started, secret } = quiz;
  const opened: StartedQuiz = {
    ...{ started, ends: endOf(started, minutes), now, tries, missing },
    questions: questions.map((question) => presentTo(secret, question)),
    given: quiz.tries.flatMap(({ question: id, try: number, text, right }) => {
      const question = questions.find((one) => one.id === id);
      if (!question) return [];
      const shown = shownText(secret, question, text);
      return [{ question: id, try: number, text: shown, right }];
    }),
  };
  return Response.json(opened);
});
