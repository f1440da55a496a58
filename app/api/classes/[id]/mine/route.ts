// A learner's view of their class: its assignments and their own work; and leaving it.
import { receiptHeadsOf } from "@/app/server/class-heads";
import { done } from "@/app/server/class-route";
import { ownQuizzes } from "@/app/server/graded-quiz";
import { endedSession, keptSession, waitingRoute } from "@/app/server/sessions";
import type { MineMessage } from "@/content/class/messages";

export const GET = waitingRoute(
  async ({ request, schoolClass, learner, store, assignments }) => {
    const { id, waiting } = learner;
    const [terms, receipts, grants] = await Promise.all([
      assignments.termsOf(schoolClass.id),
      store.receiptsOf(schoolClass.id, id),
      store.grantsOf(schoolClass.id, id),
    ]);
    const mine: MineMessage = {
      className: schoolClass.name,
      name: learner.name,
      learner: id,
      expires: schoolClass.expires,
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

/** This browser is the learner's no more; all that was handed in stays. */
export const DELETE = waitingRoute(async ({ request, schoolClass, tokenHash, store }) => {
  await store.leave(schoolClass.id, tokenHash);
  return done(endedSession(request, "learner", schoolClass.id));
});
