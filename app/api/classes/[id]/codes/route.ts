// A teacher gives many learners new codes of their own: the ones before are void.
import { bodyLimits, readBody } from "@/app/server/read-body";
import { newCodes } from "@/app/server/renewed-codes";
import { teacherRoute } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";

const wanted = `These are no learners of a class, or more than ${classLimits.atOnce}.`;

export const POST = teacherRoute(async ({ request, schoolClass, store }) => {
  const sent = await readBody(request, requests.codes, wanted, bodyLimits.roster);
  const codes = await newCodes(store, schoolClass.id, sent.learners, sent.ends);
  return Response.json({ codes });
});
