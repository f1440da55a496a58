// An owner gets another private link: the one before, and its cookies, are void.
import { refusal } from "@/app/server/class-route";
import { readBody } from "@/app/server/read-body";
import { hashOf, newSecret } from "@/app/server/secrets";
import { ownerRoute, sessionHeaders } from "@/app/server/sessions";
import { requests } from "@/content/class/messages";

const wanted = "To renew the private link, send {}.";

const renewedElsewhere =
  "The private link was renewed elsewhere just now: this browser needs that one.";

export const POST = ownerRoute(async ({ request, schoolClass, store }) => {
  await readBody(request, requests.renew, wanted);
  const secret = newSecret();
  const { id, teacherHash, by } = schoolClass;
  const renewed = await store.renewTeacher(id, teacherHash, hashOf(secret));
  if (!renewed) throw refusal(409, renewedElsewhere);
  // Whom a launch has brought stays who they are.
  const headers = by ? {} : sessionHeaders(request, "teacher", schoolClass, secret);
  return Response.json({ secret }, { headers });
});
