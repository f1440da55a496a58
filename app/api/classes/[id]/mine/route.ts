// What a learner's class asks for, and what they have handed in; and how they leave it.

import { toldReceipts } from "@/app/server/class-heads";
import { done, handled } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { endedCookie, learnerOf } from "@/app/server/sessions";
import type { MineMessage } from "@/content/class/messages";

type Params = { id: string };

export const GET = handled<Params>(async (request, params) => {
  const { of, learner } = await learnerOf(request, params.id);
  const { store, assignments } = await classServer();
  const told: MineMessage = {
    className: of.name,
    name: learner.name,
    expires: of.expires,
    assignments: [...(await assignments.of(of.id))],
    receipts: toldReceipts(await store.receiptsOf(of.id, learner.id)),
  };
  return Response.json(told);
});

/** This browser is the learner's no more; what was handed in stays. */
export const DELETE = handled<Params>(async (request, params) => {
  const { of } = await learnerOf(request, params.id);
  return done({ "Set-Cookie": endedCookie(request, "learner", of.id) });
});
