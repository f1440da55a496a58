// A private link makes its browser the class's owner or co-teacher.
import { classHeadOf } from "@/app/server/class-heads";
import { classRoute, refusal } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { addressOf, spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { hashOf } from "@/app/server/secrets";
import { requireClass, sessionHeaders } from "@/app/server/sessions";
import { requests } from "@/content/class/messages";

type Params = { id: string };

const wrong =
  "This is not the private link of this class, or no longer: it may have been renewed.";

export const POST = classRoute<Params>(async (request, params) => {
  const { store, limits } = await classServer();
  const { secret } = await readBody(request, requests.enter, wrong);
  const { id } = await requireClass(params.id);
  const found = await store.classOfTeacher(id, hashOf(secret), Date.now());
  if (!found) {
    spend(limits.wrongSecret, addressOf(request));
    throw refusal(403, wrong);
  }
  const headers = sessionHeaders(request, "teacher", found, secret);
  const entered = { class: classHeadOf(found), owner: found.owns };
  return Response.json(entered, { headers });
});
