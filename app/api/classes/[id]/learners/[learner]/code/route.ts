// A teacher gives a learner a new code: the second device, and the way back in.
import { notFound } from "@/app/server/class-route";
import { readBody } from "@/app/server/read-body";
import { newCodes } from "@/app/server/renewed-codes";
import { isId } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";
import { requests } from "@/content/class/messages";

type Params = { id: string; learner: string };

const wanted = "To renew a learner’s code, send {}.";

export const POST = teacherRoute<Params>(
  async ({ request, schoolClass, params: { learner }, store }) => {
    const { ends } = await readBody(request, requests.code, wanted);
    const learners = isId(learner) ? [learner] : [];
    const [made] = await newCodes(store, schoolClass.id, learners, ends);
    if (!made) throw notFound("learner");
    return Response.json({ code: made.code });
  },
);
