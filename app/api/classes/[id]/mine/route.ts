// What a learner's class asks for, and what they have handed in.

import { classServer } from "@/app/class/class-server";
import { handled } from "@/app/class/handled";
import { toldReceipts } from "@/app/class/told";
import { learnerOf } from "@/app/class/who";
import type { MineMessage } from "@/components/class/messages";

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
