// How well the course's questions ask, as the class's answers and votes tell: for its
// teachers, where the class is measured. Nothing of it names a learner.
import { refusal } from "@/app/server/class-route";
import { countItems } from "@/app/server/count-items";
import { courseQuestions } from "@/app/server/question-bank";
import { spend } from "@/app/server/rate-limits";
import { teacherRoute } from "@/app/server/sessions";

const notMeasured = "This class is not measured: its owner has to switch that on.";

/** Counting a large class takes the server seconds: it costs as much as so many boards. */
const boards = 20;

export const GET = teacherRoute(async ({ schoolClass, store, limits }) => {
  if (!schoolClass.measured) throw refusal(409, notMeasured);
  spend(limits.board, `${schoolClass.id} measured`, boards);
  const questions = await courseQuestions();
  return Response.json({ questions: await countItems(store, schoolClass.id, questions) });
});
