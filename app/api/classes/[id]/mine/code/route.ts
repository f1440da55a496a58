// A learner gets a new code of their own, for another browser.
import { notFound } from "@/app/server/class-route";
import { readBody } from "@/app/server/read-body";
import { newCodes } from "@/app/server/renewed-codes";
import { waitingRoute } from "@/app/server/sessions";
import { requests } from "@/content/class/messages";

const wanted = "To renew your code, send {}.";

export const POST = waitingRoute(async ({ request, schoolClass, learner, store }) => {
  await readBody(request, requests.nothing, wanted);
  const [made] = await newCodes(store, schoolClass.id, [learner.id], false);
  if (!made) throw notFound("learner");
  return Response.json({ code: made.code });
});
