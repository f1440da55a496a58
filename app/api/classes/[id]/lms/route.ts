// What the LMS of a class knows of its grades, for its teachers.
import { spend } from "@/app/server/rate-limits";
import { teacherRoute } from "@/app/server/sessions";
import type { LmsMessage } from "@/content/class/lms-messages";

export const GET = teacherRoute(async ({ schoolClass: { id }, store, limits }) => {
  spend(limits.board, id);
  const { lti } = store;
  const [contexts, scores, users] = await Promise.all([
    lti.contextsOf(id),
    lti.scoresOf(id),
    lti.usersOf(id),
  ]);
  const courses = await Promise.all(
    contexts.map(async ({ registration, membershipsUrl }) => {
      const found = await lti.registration(registration);
      return { name: found?.name ?? "LMS", roster: membershipsUrl !== null };
    }),
  );
  const told: LmsMessage = {
    courses,
    told: scores.filter(({ waits }) => !waits).length,
    waits: scores.filter(({ waits, trouble }) => waits && trouble === null).length,
    troubles: scores.flatMap(({ assignment, learner, waits, trouble }) =>
      waits && trouble !== null ? [{ assignment, learner, says: trouble }] : [],
    ),
    gone: users.flatMap(({ learner, gone }) =>
      learner && gone !== null ? [learner] : [],
    ),
  };
  return Response.json(told);
});
