// A teacher opens another class with the same assignments, for other learners.
import { answerOpened } from "@/app/server/open-class";
import { addressOf, spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { newId } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";

const wanted = `A class needs a name of 1 to ${classLimits.className} visible characters.`;

export const POST = teacherRoute(async ({ request, schoolClass, store, limits }) => {
  const { name } = await readBody(request, requests.copy, wanted);
  spend(limits.opening, addressOf(request));
  const { id: from, door, approval } = schoolClass;
  return answerOpened(request, { name, door, approval }, (opened) =>
    store.copyClass(from, opened, newId),
  );
});
