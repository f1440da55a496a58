// A teacher opens a class.
import { classRoute } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { answerOpened } from "@/app/server/open-class";
import { addressOf, spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { classLimits, requests } from "@/content/class/messages";

const wanted = `A class needs a name of 1 to ${classLimits.className} visible characters.`;

export const POST = classRoute(async (request) => {
  const { store, limits } = await classServer();
  const opening = await readBody(request, requests.open, wanted);
  spend(limits.opening, addressOf(request));
  return answerOpened(request, opening, (opened) => store.openClass(opened));
});
