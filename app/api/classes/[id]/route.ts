// The teacher deletes a class, with all in it.

import { done, handled } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { classOfTeacher, endedCookie } from "@/app/server/sessions";

type Params = { id: string };

export const DELETE = handled<Params>(async (request, params) => {
  const { id } = await classOfTeacher(request, params.id);
  const { store, assignments } = await classServer();
  await store.deleteClass(id);
  assignments.forget(id);
  return done({ "Set-Cookie": endedCookie(request, "teacher", id) });
});
