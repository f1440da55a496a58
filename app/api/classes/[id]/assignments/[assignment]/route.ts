// The teacher deletes an assignment, with the receipts handed in for it.
import { classServer } from "@/app/class/class-server";
import { done, handled } from "@/app/class/handled";
import { isId } from "@/app/class/random-texts";
import { classOfTeacher, notThere } from "@/app/class/who";

type Params = { id: string; assignment: string };

export const DELETE = handled<Params>(async (request, params) => {
  const { id } = await classOfTeacher(request, params.id);
  const { store, assignments } = await classServer();
  if (!isId(params.assignment)) throw notThere("assignment");
  await store.deleteAssignment(id, params.assignment);
  assignments.forget(id);
  return done();
});
