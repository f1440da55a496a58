// How well the course's questions ask, as the class's answers tell: for its teachers, where
// the class is measured. Nothing of it names a learner.
import { refusal } from "@/app/server/class-route";
import { courseQuestions } from "@/app/server/question-bank";
import { spend } from "@/app/server/rate-limits";
import { teacherRoute } from "@/app/server/sessions";
import { itemReports } from "@/content/items/item-report";

const notMeasured =
  "This class is not measured: the teacher who opened it has to switch that on.";

/** Counting a large class takes the server seconds: it costs as much as so many boards. */
const boards = 20;

export const GET = teacherRoute(async ({ schoolClass, store, limits }) => {
  if (!schoolClass.measured) throw refusal(409, notMeasured);
  spend(limits.board, `${schoolClass.id} measured`, boards);
  const [questions, answers] = await Promise.all([
    courseQuestions(),
    store.measuredAnswersOf(schoolClass.id),
  ]);
  return Response.json({ questions: itemReports(questions, answers) });
});
