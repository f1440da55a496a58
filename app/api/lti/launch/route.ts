// An LMS says here who follows which link of which course.
import { answerLaunch } from "@/app/server/lti/launch";
import { ltiRoute, readFields } from "@/app/server/lti/lti-route";

export const POST = ltiRoute(async (request, server) =>
  answerLaunch(request, server, await readFields(request)),
);
