// A teacher changes a class's name, door or end; its owner deletes it, with all in it.
import { classHeadOf } from "@/app/server/class-heads";
import { done, notFound, refusal } from "@/app/server/class-route";
import { lifetime } from "@/app/server/open-class";
import { readBody } from "@/app/server/read-body";
import {
  endedSession,
  keptSession,
  ownerRoute,
  teacherRoute,
} from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";

const wanted = `A class has a name of 1 to ${classLimits.className} visible characters, a door that is open, roster or closed, and an end.`;

const outside = "A class ends at some time from now on, and at most a year from now.";

const ownersWord = "Whether the class is measured is said by its owner.";

export const PATCH = teacherRoute(async ({ request, schoolClass, store }) => {
  const change = await readBody(request, requests.change, wanted);
  const now = Date.now();
  const { expires = now + 1 } = change;
  if (change.measured !== undefined && !schoolClass.owns) throw refusal(403, ownersWord);
  if (expires <= now || expires > now + lifetime) throw refusal(400, outside);
  const changed = await store.changeClass(schoolClass.id, change, now);
  if (!changed) throw notFound("class");
  const headers = keptSession(request, "teacher", changed);
  return Response.json({ class: classHeadOf(changed) }, { headers });
});

export const DELETE = ownerRoute(
  async ({ request, schoolClass: { id }, store, assignments }) => {
    await store.deleteClass(id);
    assignments.forget(id);
    return done(endedSession(request, "teacher", id));
  },
);
