// The teacher deletes a class, with all in it.
import { done } from "@/app/server/class-route";
import { endedSession, teacherRoute } from "@/app/server/sessions";

export const DELETE = teacherRoute(
  async ({ request, schoolClass: { id }, store, assignments }) => {
    await store.deleteClass(id);
    assignments.forget(id);
    return done(endedSession(request, "teacher", id));
  },
);
