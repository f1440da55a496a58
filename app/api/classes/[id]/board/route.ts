// All of a class for its teacher, or what has changed since they last asked.

import { toldClass, toldReceipts } from "@/app/server/class-heads";
import { handled, refusal } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { spend } from "@/app/server/rate-limits";
import { classOfTeacher } from "@/app/server/sessions";
import type { BoardMessage } from "@/content/class/messages";

type Params = { id: string };

/**
 * A receipt is dated before it is kept, by whichever process takes it in: so far back may
 * it still turn up, in milliseconds. It is then told twice, which changes nothing.
 */
const overlap = 20_000;

function sinceIn(request: Request): number {
  const text = new URL(request.url).searchParams.get("since") ?? "0";
  if (!/^\d{1,15}$/.test(text)) throw refusal(400, "“since” must be a moment.");
  return Number(text);
}

export const GET = handled<Params>(async (request, params) => {
  const of = await classOfTeacher(request, params.id);
  const { store, limits } = await classServer();
  const since = sinceIn(request);
  await spend(limits.board, of.id);
  const now = Math.max(0, Date.now() - overlap);
  const { assignments, learners, receipts } = await store.board(of.id, since);
  const told: BoardMessage = {
    class: toldClass(of),
    now,
    assignments: [...assignments],
    learners: [...learners],
    receipts: toldReceipts(receipts),
  };
  return Response.json(told);
});
