// The teacher deletes a learner, with receipts and answers.
import { done, notFound } from "@/app/server/class-route";
import { isId } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";

type Params = { id: string; learner: string };

export const DELETE = teacherRoute<Params>(async ({ schoolClass, params, store }) => {
  if (!isId(params.learner)) throw notFound("learner");
  await store.deleteLearner(schoolClass.id, params.learner);
  return done();
});
