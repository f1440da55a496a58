// The teacher gets another private link: the one before, and its cookies, are void.
import { notFound } from "@/app/server/class-route";
import { hashOf, newSecret } from "@/app/server/secrets";
import { sessionHeaders, teacherRoute } from "@/app/server/sessions";

export const POST = teacherRoute(async ({ request, schoolClass, store }) => {
  const secret = newSecret();
  const renewed = await store.renewTeacher(schoolClass.id, hashOf(secret));
  if (!renewed) throw notFound("class");
  const headers = sessionHeaders(request, "teacher", schoolClass, secret);
  return Response.json({ secret }, { headers });
});
