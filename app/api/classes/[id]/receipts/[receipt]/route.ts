// The text of a receipt, for the class's teachers and for the learner who handed it in.
import type * as z from "zod";
import { classRoute, notFound } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { isId } from "@/app/server/secrets";
import { classTaughtBy, requireLearner } from "@/app/server/sessions";
import type { responses } from "@/content/class/messages";

type Params = { id: string; receipt: string };

type Packed = z.infer<typeof responses.packed>;

async function forTeacher(classId: string, id: string): Promise<Packed | null> {
  const { store } = await classServer();
  const packed = await store.packedOf(classId, id);
  const { assignments, learners, receipts } = await store.board(classId, 0);
  const found = receipts.find((receipt) => receipt.id === id);
  const link = assignments.find((one) => one.id === found?.assignment)?.link;
  const owner = learners.find((one) => one.id === found?.learner);
  if (packed === null || link === undefined || !owner) return null;
  return { packed, learner: owner.id, name: owner.name, link };
}

async function forLearner(
  request: Request,
  classId: string,
  id: string,
): Promise<Packed | null> {
  const { learner } = await requireLearner(request, classId);
  const { store, assignments } = await classServer();
  const packed = await store.packedOf(classId, id, learner.id);
  const receipts = await store.receiptsOf(classId, learner.id);
  const found = receipts.find((receipt) => receipt.id === id);
  const listed = await assignments.of(classId);
  const link = listed.find((one) => one.id === found?.assignment)?.link;
  if (packed === null || link === undefined) return null;
  return { packed, learner: learner.id, name: learner.name, link };
}

export const GET = classRoute<Params>(async (request, { id, receipt }) => {
  const taught = await classTaughtBy(request, id);
  const find = taught ? forTeacher : forLearner.bind(null, request);
  const found = isId(receipt) ? await find(id, receipt) : null;
  if (!found) throw notFound("receipt");
  return Response.json(found);
});
