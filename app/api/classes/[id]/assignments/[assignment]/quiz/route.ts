// A learner looks at the graded quiz of an assignment, and starts it.
import { notFound, refusal } from "@/app/server/class-route";
import { presentTo, shownText } from "@/app/server/graded-question";
import { endOf, quizRoute, standingIn, tellingOf } from "@/app/server/graded-quiz";
import { readBody } from "@/app/server/read-body";
import { newSecret } from "@/app/server/secrets";
import { requests } from "@/content/class/messages";
import type { QuizState, StartedQuiz } from "@/content/class/quiz-messages";

const wanted = "To start a quiz, send {}.";

const tooLate = "These graded questions take no more answers, so they cannot be started.";

/** Starts nothing, and tells no question. */
export const GET = quizRoute(async ({ store, classId, learner, quiz }) => {
  const { asked, assignment, missing } = quiz;
  const now = Date.now();
  const begun = await store.quizOf(classId, assignment, learner);
  const telling = tellingOf(quiz, learner, begun, now);
  const { count, right, done, answered } = standingIn(quiz, telling, begun?.tries ?? []);
  const state: QuizState = {
    ...{ count, missing, tries: asked.tries, minutes: asked.minutes, now },
    started: begun?.started ?? null,
    ends: begun && endOf(begun.started, asked.minutes),
    ...telling,
    ...{ right, done, answered },
  };
  return Response.json(state);
});

export const POST = quizRoute(async ({ request, store, classId, learner, quiz }) => {
  await readBody(request, requests.startQuiz, wanted);
  const { asked, assignment, questions, missing } = quiz;
  const now = Date.now();
  const before = await store.quizOf(classId, assignment, learner);
  if (!before && !tellingOf(quiz, learner, null, now).takes) throw refusal(409, tooLate);
  const start = { assignment, learner, started: now, secret: newSecret() };
  const begun = before ?? (await store.startQuiz(classId, start));
  if (!begun) throw notFound("quiz");
  const { started, secret } = begun;
  const tries = before?.tries ?? [];
  const telling = tellingOf(quiz, learner, begun, now);
  const opened: StartedQuiz = {
    ...{ started, ends: endOf(started, asked.minutes), now, ...telling },
    ...{ tries: asked.tries, missing },
    questions: questions.map((question) => presentTo(secret, question)),
    given: tries.flatMap(({ question: id, try: number, text, right }) => {
      const question = questions.find((one) => one.id === id);
      if (!question) return [];
      const shown = shownText(secret, question, text);
      const told = telling.shows ? right : null;
      return [{ question: id, try: number, text: shown, right: told }];
    }),
  };
  return Response.json(opened);
});
