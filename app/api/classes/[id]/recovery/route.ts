// An owner gets another recovery code: the one before is void.
import { refusal } from "@/app/server/class-route";
import { readBody } from "@/app/server/read-body";
import { hashOf, newCode, shownCode } from "@/app/server/secrets";
import { ownerRoute } from "@/app/server/sessions";
import { requests } from "@/content/class/messages";

const wanted = "To renew the recovery code, send {}.";

const renewedElsewhere =
  "The recovery code was renewed elsewhere just now: only that one is right.";

export const POST = ownerRoute(async ({ request, schoolClass, store }) => {
  await readBody(request, requests.renew, wanted);
  const recovery = newCode("recovery");
  const { id, recoveryHash } = schoolClass;
  const renewed = await store.renewRecovery(id, recoveryHash, hashOf(recovery));
  if (!renewed) throw refusal(409, renewedElsewhere);
  return Response.json({ recovery: shownCode(recovery) });
});
