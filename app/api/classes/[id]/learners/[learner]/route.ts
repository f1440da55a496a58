// The teacher deletes a learner, with receipts and answers.
import { classServer } from "@/app/class/class-server";
import { done, handled } from "@/app/class/handled";
import { isId } from "@/app/class/random-texts";
import { classOfTeacher, notThere } from "@/app/class/who";

type Params = { id: string; learner: string };

export const DELETE = handled<Params>(async (request, params) => {
  const { id } = await classOfTeacher(request, params.id);
  const { store } = await classServer();
  if (!isId(params.learner)) throw notThere("learner");
  await store.deleteLearner(id, params.learner);
  return done();
});
