// An LMS registers itself, once for each invitation of the operator's.
import { unknownRoute } from "@/app/server/class-route";
import { classServer, hasClasses } from "@/app/server/class-server";
import { answered } from "@/app/server/lti/lti-route";
import { answerInvitation } from "@/app/server/lti/register";
import { hashOf } from "@/app/server/secrets";

export const GET = (request: Request): Promise<Response> =>
  answered(request, async () => {
    const secret = new URL(request.url).searchParams.get("invitation") ?? "";
    const unknown = () => unknownRoute(request, { params: Promise.resolve({}) });
    if (!secret || (!globalThis.nextPassClassServer && !hasClasses())) return unknown();
    const { lti } = (await classServer()).store;
    const hash = hashOf(secret);
    if (!(await lti.hasInvitation(hash, Date.now()))) return unknown();
    return (await answerInvitation(request, lti, hash)) ?? unknown();
  });
