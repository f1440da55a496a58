// A teacher changes what stands beside a learner's name, or deletes the learner, with
// receipts and answers.
import { done, notFound } from "@/app/server/class-route";
import { readBody } from "@/app/server/read-body";
import { isId } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";

type Params = { id: string; learner: string };

const wanted = `An id has at most ${classLimits.studentId} visible characters, a section ${classLimits.section}.`;

export const PATCH = teacherRoute<Params>(
  async ({ request, schoolClass, params, store }) => {
    const change = await readBody(request, requests.changeLearner, wanted);
    const changed = isId(params.learner)
      ? await store.changeLearner(schoolClass.id, params.learner, change)
      : null;
    if (!changed) throw notFound("learner");
    return done();
  },
);

export const DELETE = teacherRoute<Params>(
  async ({ schoolClass, params, store, assignments }) => {
    if (!isId(params.learner)) throw notFound("learner");
    await store.deleteLearners(schoolClass.id, [params.learner]);
    assignments.forget(schoolClass.id);
    return done();
  },
);
