// A learner's view of their class: its assignments and their own work; their word on whether
// their answers tell which questions to rewrite; and leaving the class.
import { receiptHeadsOf } from "@/app/server/class-heads";
import { done } from "@/app/server/class-route";
import { ownQuizzes } from "@/app/server/graded-quiz";
import { readBody } from "@/app/server/read-body";
import { endedSession, keptSession, waitingRoute } from "@/app/server/sessions";
import { type MineMessage, requests } from "@/content/class/messages";

const wanted = "Answers are left out or not: “declines” is true or false.";

export const GET = waitingRoute(
  async ({ request, schoolClass, learner, store, assignments }) => {
    const { id, waiting } = learner;
    const [terms, receipts, grants, declines] = await Promise.all([
      assignments.termsOf(schoolClass.id),
      store.receiptsOf(schoolClass.id, id),
      store.grantsOf(schoolClass.id, id),
      store.declines(schoolClass.id, id),
    ]);
    const mine: MineMessage = {
      className: schoolClass.name,
      name: learner.name,
      learner: id,
      expires: schoolClass.expires,
      ...{ measured: schoolClass.measured, declines },
      waiting,
      // Who still waits might be anybody: they are shown nothing of the class.
      assignments: waiting ? [] : [...terms.assignments],
      receipts: receiptHeadsOf(receipts),
      extensions: grants.extensions.map(({ assignment, due }) => ({ assignment, due })),
      marks: grants.marks.map(({ learner: _, reason: __, ...mark }) => mark),
      quizzes: waiting ? [] : await ownQuizzes(store, terms, schoolClass.id, id),
    };
    const headers = keptSession(request, "learner", schoolClass);
    return Response.json(mine, { headers });
  },
);

export const PATCH = waitingRoute(async ({ request, schoolClass, learner, store }) => {
  const { declines } = await readBody(request, requests.changeMine, wanted);
  await store.setDeclines(schoolClass.id, learner.id, declines);
  return done();
});

/** This browser is the learner's no more; all that was handed in stays. */
export const DELETE = waitingRoute(async ({ request, schoolClass, tokenHash, store }) => {
  await store.leave(schoolClass.id, tokenHash);
  return done(endedSession(request, "learner", schoolClass.id));
});
