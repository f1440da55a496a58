// The teacher deletes a class, with all in it.
import { classServer } from "@/app/class/class-server";
import { done, handled } from "@/app/class/handled";
import { endedCookie } from "@/app/class/session-cookie";
import { classOfTeacher } from "@/app/class/who";

type Params = { id: string };

export const DELETE = handled<Params>(async (request, params) => {
  const { id } = await classOfTeacher(request, params.id);
  const { store, assignments } = await classServer();
  await store.deleteClass(id);
  assignments.forget(id);
  return done({ "Set-Cookie": endedCookie(request, "teacher", id) });
});
