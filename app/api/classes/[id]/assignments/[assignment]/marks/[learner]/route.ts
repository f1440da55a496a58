// A teacher puts their word above points or verdict of a learner's work, or takes it back.
import { done, notFound } from "@/app/server/class-route";
import { bodyLimits, readBody } from "@/app/server/read-body";
import { isId } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";

type Params = { id: string; assignment: string; learner: string };

const wanted = `A mark has points from 0 to ${classLimits.points} in steps of a half, a verdict, a reason of at most ${classLimits.reason} characters and a comment of at most ${classLimits.comment}.`;

const unknown = "learner with this assignment";

export const PUT = teacherRoute<Params>(
  async ({ request, schoolClass, params, store }) => {
    const sent = await readBody(request, requests.mark, wanted, bodyLimits.mark);
    const { assignment, learner } = params;
    const by = schoolClass.by?.name ?? "";
    const mark = { ...sent, assignment, learner, at: Date.now(), by };
    const known =
      isId(assignment) && isId(learner) && (await store.mark(schoolClass.id, mark));
    if (!known) throw notFound(unknown);
    return Response.json({ mark });
  },
);

export const DELETE = teacherRoute<Params>(async ({ schoolClass, params, store }) => {
  const { assignment, learner } = params;
  if (!isId(assignment) || !isId(learner)) throw notFound(unknown);
  await store.unmark(schoolClass.id, { assignment, learner }, Date.now());
  return done();
});
