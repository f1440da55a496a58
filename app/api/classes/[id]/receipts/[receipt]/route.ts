// The text of a receipt, for the class's teacher and for the learner who handed it in.

import { handled } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { isId } from "@/app/server/secrets";
import { learnerOf, notThere, taughtBy } from "@/app/server/sessions";

type Params = { id: string; receipt: string };

async function forTeacher(classId: string, id: string) {
  const { store } = await classServer();
  const packed = await store.packedOf(classId, id);
  const { learners, receipts } = await store.board(classId, 0);
  const of = receipts.find((receipt) => receipt.id === id)?.learner;
  const name = learners.find((learner) => learner.id === of)?.name;
  return packed && name ? { packed, name } : null;
}

async function forLearner(request: Request, classId: string, id: string) {
  const { learner } = await learnerOf(request, classId);
  const { store } = await classServer();
  const packed = await store.packedOf(classId, id, learner.id);
  return packed ? { packed, name: learner.name } : null;
}

export const GET = handled<Params>(async (request, { id, receipt }) => {
  const taught = await taughtBy(request, id);
  const find = taught ? forTeacher : forLearner.bind(null, request);
  const found = isId(receipt) ? await find(id, receipt) : null;
  if (!found) throw notThere("receipt");
  return Response.json(found);
});
