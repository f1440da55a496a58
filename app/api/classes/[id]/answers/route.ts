// Answers to the course's questions: a learner sends theirs, the teacher reads all.

import { classServer } from "@/app/class/class-server";
import { done, handled } from "@/app/class/handled";
import { judgedAnswers } from "@/app/class/judged-answers";
import { spend } from "@/app/class/rate-limits";
import { bodyLimits, readBody } from "@/app/class/read-body";
import { refusal } from "@/app/class/refusal";
import { classOfTeacher, learnerOf } from "@/app/class/who";
import { most, requests } from "@/components/class/messages";

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
