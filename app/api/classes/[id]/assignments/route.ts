// The teacher adds an assignment to a class, by its link.
import { refusal } from "@/app/server/class-route";
import { bodyLimits, readBody } from "@/app/server/read-body";
import { newId } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";

const noLink = "This is no link of an assignment: make one on the page “Assign a lab”.";
const asksNothing = "This link opens a lab and asks for nothing: make it an assignment.";

/** The one text of a link. Refuses with 400 a link of another kind, or with odd parts. */
function linkFrom(typed: string): string {
  const read = readLink(typed);
  if (!read) throw refusal(400, noLink);
  if (read.refused.length > 0) {
    throw refusal(400, read.refused.map(({ says }) => says).join(" "));
  }
  if (!read.assignment) throw refusal(400, asksNothing);
  return linkOf(read.assignment);
}

export const POST = teacherRoute(async ({ request, schoolClass, store, assignments }) => {
  const classId = schoolClass.id;
  const body = await readBody(request, requests.assign, noLink, bodyLimits.link);
  const link = linkFrom(body.link);
  const asked = { id: newId(), link, created: Date.now() };
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
