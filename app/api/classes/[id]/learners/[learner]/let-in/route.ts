// The teacher lets whoever next joins with a learner's name go on as that learner.

import { done, handled } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { classOfTeacher, notThere } from "@/app/server/sessions";

type Params = { id: string; learner: string };

/** No receipt has changed since. */
const never = Number.MAX_SAFE_INTEGER;

export const POST = handled<Params>(async (request, params) => {
  const { id } = await classOfTeacher(request, params.id);
  const { store } = await classServer();
  const { learners } = await store.board(id, never);
  if (!learners.some((one) => one.id === params.learner)) throw notThere("learner");
  await store.letInAgain(id, params.learner);
  return done();
});
