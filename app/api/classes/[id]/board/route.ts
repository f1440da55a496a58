// All of a class for its teachers, or the changes since they last asked.
import { classHeadOf, receiptHeadsOf } from "@/app/server/class-heads";
import { refusal } from "@/app/server/class-route";
import { spend } from "@/app/server/rate-limits";
import { keptSession, teacherRoute } from "@/app/server/sessions";
import type { BoardMessage } from "@/content/class/messages";

/**
 * A receipt is dated before it is kept, by whichever process takes it in, and may turn up
 * this long after its date, in milliseconds. Receipts told twice change nothing.
 */
const overlap = 20_000;

function sinceIn(request: Request): number {
  const text = new URL(request.url).searchParams.get("since") ?? "0";
  if (!/^\d{1,15}$/.test(text)) throw refusal(400, "“since” must be a moment.");
  return Number(text);
}

export const GET = teacherRoute(async ({ request, schoolClass, store, limits }) => {
  const since = sinceIn(request);
  spend(limits.board, schoolClass.id);
  const now = Math.max(0, Date.now() - overlap);
  const found = await store.board(schoolClass.id, since);
  const board: BoardMessage = {
    class: classHeadOf(schoolClass),
    owner: schoolClass.owns,
    now,
    assignments: [...found.assignments],
    learners: [...found.learners],
    extensions: [...found.extensions],
    marks: [...found.marks],
    receipts: receiptHeadsOf(found.receipts),
  };
  const headers = keptSession(request, "teacher", schoolClass);
  return Response.json(board, { headers });
});
