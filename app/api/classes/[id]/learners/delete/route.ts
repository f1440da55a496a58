// A teacher deletes many learners at once, with receipts and answers.
import { done } from "@/app/server/class-route";
import { bodyLimits, readBody } from "@/app/server/read-body";
import { teacherRoute } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";

const wanted = `These are no learners of a class, or more than ${classLimits.atOnce}.`;

export const POST = teacherRoute(async ({ request, schoolClass, store, assignments }) => {
  const { learners } = await readBody(
    ...([request, requests.deleteLearners, wanted, bodyLimits.roster] as const),
  );
  await store.deleteLearners(schoolClass.id, learners);
  assignments.forget(schoolClass.id);
  return done();
});
