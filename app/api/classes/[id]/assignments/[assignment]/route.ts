// The teacher deletes an assignment, with the receipts handed in for it.

import { done, handled } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { isId } from "@/app/server/secrets";
import { classOfTeacher, notThere } from "@/app/server/sessions";

type Params = { id: string; assignment: string };

export const DELETE = handled<Params>(async (request, params) => {
  const { id } = await classOfTeacher(request, params.id);
  const { store, assignments } = await classServer();
  if (!isId(params.assignment)) throw notThere("assignment");
  await store.deleteAssignment(id, params.assignment);
  assignments.forget(id);
  return done();
});
