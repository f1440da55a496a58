// Answers to the course's questions: a learner sends theirs, the teacher reads all.

import { done, handled, refusal } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { judgedAnswers } from "@/app/server/judged-answers";
import { spend } from "@/app/server/rate-limits";
import { bodyLimits, readBody } from "@/app/server/read-body";
import { classOfTeacher, learnerOf } from "@/app/server/sessions";
import { most, requests } from "@/content/class/messages";

type Params = { id: string };

const wanted = `These are no answers to questions, or more than ${most.answersAtOnce}.`;

export const GET = handled<Params>(async (request, params) => {
  const { id } = await classOfTeacher(request, params.id);
  const { store, limits } = await classServer();
  await spend(limits.board, id);
  return Response.json({ answers: await store.answersOf(id) });
});

export const POST = handled<Params>(async (request, params) => {
  const { of, learner } = await learnerOf(request, params.id);
  const { store, limits } = await classServer();
  await spend(limits.answers, learner.id);
  const read = await readBody(request, requests.answers, wanted, bodyLimits.answers);
  const answers = await judgedAnswers(read.answers);
  if (!(await store.putAnswers(of.id, learner.id, answers, most.answers))) {
    throw refusal(409, `No more than ${most.answers} answers of one learner are kept.`);
  }
  return done();
});
