// A learner's view of their class: its assignments and their own receipts; and leaving it.
import { receiptHeadsOf } from "@/app/server/class-heads";
import { done } from "@/app/server/class-route";
import { endedSession, learnerRoute } from "@/app/server/sessions";
import type { MineMessage } from "@/content/class/messages";

export const GET = learnerRoute(async ({ schoolClass, learner, store, assignments }) => {
  const mine: MineMessage = {
    className: schoolClass.name,
    name: learner.name,
    expires: schoolClass.expires,
    assignments: [...(await assignments.of(schoolClass.id))],
    receipts: receiptHeadsOf(await store.receiptsOf(schoolClass.id, learner.id)),
  };
  return Response.json(mine);
});

/** This browser is the learner's no more; all that was handed in stays. */
export const DELETE = learnerRoute(async ({ request, schoolClass }) =>
  done(endedSession(request, "learner", schoolClass.id)),
);
