// All graded quizzes of a class, with the keys of their questions: for its teacher alone.
import { gradable } from "@/app/server/question-bank";
import { spend } from "@/app/server/rate-limits";
import { teacherRoute } from "@/app/server/sessions";
import type { QuizzesMessage } from "@/content/class/quiz-messages";
import { readLink } from "@/labs/assignment/assignment-link";

export const GET = teacherRoute(
  async ({ schoolClass: { id }, store, limits, assignments }) => {
    spend(limits.board, id);
    const listed = await assignments.of(id);
    const ids = listed.flatMap(({ link }) => readLink(link)?.assignment?.quiz ?? []);
    const { starts, tries } = await store.quizzesOf(id);
    const quizzes: QuizzesMessage = {
      scores: [...tries],
      starts: [...starts],
      questions: [...(await gradable([...new Set(ids)]))],
    };
    return Response.json(quizzes);
  },
);
