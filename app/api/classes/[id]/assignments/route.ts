// A teacher adds an assignment to a class, by its link.
import { noLink, readAssigned } from "@/app/server/assignment-links";
import { refusal } from "@/app/server/class-route";
import { bodyLimits, readBody } from "@/app/server/read-body";
import { newId } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";
import { linkOf } from "@/labs/assignment/assignment-link";

export const POST = teacherRoute(async ({ request, schoolClass, store, assignments }) => {
  const classId = schoolClass.id;
  const body = await readBody(request, requests.assign, noLink, bodyLimits.link);
  const link = linkOf(readAssigned(body.link));
  const { closes = null } = body;
  const asked = { id: newId(), link, created: Date.now(), closes };
  const kind = await store.addAssignment(classId, asked, classLimits.assignments);
  assignments.forget(classId);
  if (kind === "full") {
    throw refusal(409, `A class has at most ${classLimits.assignments} assignments.`);
  }
  if (kind === "added") return Response.json({ id: asked.id, link }, { status: 201 });
  const listed = await assignments.of(classId);
  const there = listed.find((one) => one.link === link);
  if (!there) {
    throw refusal(409, "The class had this assignment until now: add it again.");
  }
  return Response.json({ id: there.id, link });
});
