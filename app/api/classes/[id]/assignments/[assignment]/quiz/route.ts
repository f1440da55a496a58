// A learner looks at the graded quiz of an assignment, and starts it.

import { handled } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { posedTo, shownText } from "@/app/server/graded-question";
import { askedQuiz, endOf, type QuizParams } from "@/app/server/graded-quiz";
import { readBody } from "@/app/server/read-body";
import { newSecret } from "@/app/server/secrets";
import { notThere } from "@/app/server/sessions";
import { requests } from "@/content/class/messages";
import type { QuizState, StartedQuiz } from "@/content/class/quiz-messages";

const wanted = "To start a quiz, send {}.";

/** Starts nothing. */
export const GET = handled<QuizParams>(async (request, params) => {
  const asked = await askedQuiz(request, params);
  const { classId, assignment, learner, questions, missing, tries, minutes } = asked;
  const { store } = await classServer();
  const quiz = await store.quizOf(classId, assignment, learner);
  const triesAt = (id: string) => quiz?.tries.filter((one) => one.question === id) ?? [];
  const all = questions.map(({ id }) => triesAt(id));
  const right = all.filter((own) => own.some((one) => one.right));
  const spent = all.filter((own) => own.length >= tries);
  const told: QuizState = {
    ...{ count: questions.length, missing, tries, minutes },
    started: quiz?.started ?? null,
    ends: quiz && endOf(quiz.started, minutes),
    now: Date.now(),
    right: right.length,
    done: new Set([...right, ...spent]).size,
  };
  return Response.json(told);
});

export const POST = handled<QuizParams>(async (request, params) => {
  const asked = await askedQuiz(request, params);
  const { classId, assignment, learner, questions, missing, tries, minutes } = asked;
  await readBody(request, requests.startQuiz, wanted);
  const { store } = await classServer();
  const now = Date.now();
  const start = { assignment, learner, started: now, secret: newSecret() };
  const begun = await store.startQuiz(classId, start);
  const quiz = begun && (await store.quizOf(classId, assignment, learner));
  if (!quiz) throw notThere("quiz");
  const { started, secret } = quiz;
  const told: StartedQuiz = {
    ...{ started, ends: endOf(started, minutes), now, tries, missing },
    questions: questions.map((question) => posedTo(secret, question)),
    given: quiz.tries.flatMap(({ question: id, try: number, text, right }) => {
      const question = questions.find((one) => one.id === id);
      if (!question) return [];
      const shown = shownText(secret, question, text);
      return [{ question: id, try: number, text: shown, right }];
    }),
  };
  return Response.json(told);
});
