// The teacher deletes an assignment, with the receipts handed in for it.
import { done, notFound } from "@/app/server/class-route";
import { isId } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";

type Params = { id: string; assignment: string };

export const DELETE = teacherRoute<Params>(
  async ({ schoolClass: { id }, params, store, assignments }) => {
    if (!isId(params.assignment)) throw notFound("assignment");
    await store.deleteAssignment(id, params.assignment);
    assignments.forget(id);
    return done();
  },
);
