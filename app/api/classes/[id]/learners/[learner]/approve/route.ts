// A teacher lets a learner in who came by the class's code and waits.
import { done, notFound } from "@/app/server/class-route";
import { readBody } from "@/app/server/read-body";
import { isId } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";
import { requests } from "@/content/class/messages";

type Params = { id: string; learner: string };

const wanted = "To let a learner in, send {}.";

export const POST = teacherRoute<Params>(
  async ({ request, schoolClass, params, store }) => {
    await readBody(request, requests.nothing, wanted);
    const letIn = isId(params.learner)
      ? await store.changeLearner(schoolClass.id, params.learner, { waiting: false })
      : null;
    // Another teacher may have refused them meanwhile.
    if (!letIn) throw notFound("learner");
    return done();
  },
);
