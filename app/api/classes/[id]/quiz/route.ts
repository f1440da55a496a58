// All graded quizzes of a class, with the keys of their questions: for its teacher alone.

import { handled } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { gradable } from "@/app/server/question-bank";
import { spend } from "@/app/server/rate-limits";
import { classOfTeacher } from "@/app/server/sessions";
import type { QuizzesMessage } from "@/content/class/quiz-messages";
import { readLink } from "@/labs/assignment/assignment-link";

type Params = { id: string };

export const GET = handled<Params>(async (request, params) => {
  const { id } = await classOfTeacher(request, params.id);
  const { store, limits, assignments } = await classServer();
  await spend(limits.board, id);
  const listed = await assignments.of(id);
  const ids = listed.flatMap(({ link }) => readLink(link)?.assignment?.quiz ?? []);
  const { starts, tries } = await store.quizzesOf(id);
  const told: QuizzesMessage = {
    scores: [...tries],
    starts: [...starts],
    questions: [...(await gradable([...new Set(ids)]))],
  };
  return Response.json(told);
});
