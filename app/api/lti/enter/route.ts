// The page where a launch arrives makes its browser the teacher's or the learner's.

import type * as z from "zod";
import { classRoute, refusal, unknownRoute } from "@/app/server/class-route";
import { logFault } from "@/app/server/log";
import { ltiServer } from "@/app/server/lti/lti-route";
import { fillFromRosters } from "@/app/server/lti/services/fill-roster";
import { addressOf, spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { hashOf } from "@/app/server/secrets";
import { requireClass, sessionHeaders } from "@/app/server/sessions";
import { enterRequest, type enterResponse } from "@/content/lti/arrival";

const wrong = "This launch is over: open the link in your LMS once more.";

type Entered = z.infer<typeof enterResponse>;

const enter = classRoute(async (request) => {
  const server = await ltiServer();
  if (!server) return unknownRoute(request, { params: Promise.resolve({}) });
  const { store, limits } = server;
  const { classId, role, secret } = await readBody(request, enterRequest, wrong);
  const schoolClass = await requireClass(classId);
  const hash = hashOf(secret);
  const { name: className } = schoolClass;
  let entered: Entered | null = null;
  if (role === "teacher") {
    const taught = await store.classOfTeacher(classId, hash, Date.now());
    if (taught) entered = { role, classId, className };
    // The teacher does not wait for the LMS.
    if (taught) {
      fillFromRosters(store, classId).catch((error) => logFault("roster", error));
    }
  } else {
    const found = await store.learnerOf(classId, hash);
    if (found) {
      const { id: learner, name, waiting } = found;
      entered = { role, classId, className, learner, name, waiting };
    }
  }
  if (!entered) {
    spend(limits.wrongSecret, addressOf(request));
    throw refusal(403, wrong);
  }
  const headers = sessionHeaders(request, role, schoolClass, secret);
  return Response.json(entered, { headers });
});

export { enter as POST };
