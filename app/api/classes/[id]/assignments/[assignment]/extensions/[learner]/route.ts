// A teacher gives one learner another due date for an assignment, or takes it back.
import { done, notFound } from "@/app/server/class-route";
import { readBody } from "@/app/server/read-body";
import { isId } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";
import { requests } from "@/content/class/messages";

type Params = { id: string; assignment: string; learner: string };

const wanted =
  "A due date is a day, as in 2026-12-01, or a minute of universal time, as in 2026-12-01T18:00Z.";

export const PUT = teacherRoute<Params>(
  async ({ request, schoolClass, params, store, assignments }) => {
    const { due } = await readBody(request, requests.extend, wanted);
    const { assignment, learner } = params;
    const extension = { assignment, learner, due };
    const known =
      isId(assignment) &&
      isId(learner) &&
      (await store.extend(schoolClass.id, extension, Date.now()));
    if (!known) throw notFound("learner with this assignment");
    assignments.forget(schoolClass.id);
    return done();
  },
);
