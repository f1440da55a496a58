// An LMS begins a launch here.
import { answerLogin } from "@/app/server/lti/login";
import { ltiRoute, readFields } from "@/app/server/lti/lti-route";

const begin = ltiRoute(async (request, server) =>
  answerLogin(request, server, await readFields(request)),
);

export { begin as GET, begin as POST };
