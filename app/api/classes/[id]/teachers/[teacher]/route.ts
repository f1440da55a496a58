// An owner takes a co-teacher's link back: it, and its cookies, are void.
import { done, notFound } from "@/app/server/class-route";
import { isId } from "@/app/server/secrets";
import { ownerRoute } from "@/app/server/sessions";

type Params = { id: string; teacher: string };

export const DELETE = ownerRoute<Params>(async ({ schoolClass, params, store }) => {
  if (!isId(params.teacher)) throw notFound("teacher");
  await store.deleteTeacher(schoolClass.id, params.teacher);
  return done();
});
