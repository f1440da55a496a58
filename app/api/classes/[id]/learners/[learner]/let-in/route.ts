// The teacher lets whoever next joins with a learner's name go on as that learner.
import { done, notFound } from "@/app/server/class-route";
import { teacherRoute } from "@/app/server/sessions";

type Params = { id: string; learner: string };

/** No receipt has changed since: the board's learners are enough. */
const never = Number.MAX_SAFE_INTEGER;

export const POST = teacherRoute<Params>(async ({ schoolClass, params, store }) => {
  const { learners } = await store.board(schoolClass.id, never);
  if (!learners.some((one) => one.id === params.learner)) throw notFound("learner");
  await store.letInAgain(schoolClass.id, params.learner);
  return done();
});
