// The teacher deletes a learner, with receipts and answers.

import { done, handled } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { isId } from "@/app/server/secrets";
import { classOfTeacher, notThere } from "@/app/server/sessions";

type Params = { id: string; learner: string };

export const DELETE = handled<Params>(async (request, params) => {
  const { id } = await classOfTeacher(request, params.id);
  const { store } = await classServer();
  if (!isId(params.learner)) throw notThere("learner");
  await store.deleteLearner(id, params.learner);
  return done();
});
