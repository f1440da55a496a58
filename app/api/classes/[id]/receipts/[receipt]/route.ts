// The text of a receipt, for the class's teacher and for the learner who handed it in.
import { classRoute, notFound } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { isId } from "@/app/server/secrets";
import { classTaughtBy, requireLearner } from "@/app/server/sessions";

type Params = { id: string; receipt: string };

async function forTeacher(classId: string, id: string) {
  const { store } = await classServer();
  const packed = await store.packedOf(classId, id);
  const { learners, receipts } = await store.board(classId, 0);
  const owner = receipts.find((receipt) => receipt.id === id)?.learner;
  const name = learners.find((learner) => learner.id === owner)?.name;
  return packed && name ? { packed, name } : null;
}

async function forLearner(request: Request, classId: string, id: string) {
  const { learner } = await requireLearner(request, classId);
  const { store } = await classServer();
  const packed = await store.packedOf(classId, id, learner.id);
  return packed ? { packed, name: learner.name } : null;
}

export const GET = classRoute<Params>(async (request, { id, receipt }) => {
  const taught = await classTaughtBy(request, id);
  const find = taught ? forTeacher : forLearner.bind(null, request);
  const found = isId(receipt) ? await find(id, receipt) : null;
  if (!found) throw notFound("receipt");
  return Response.json(found);
});
