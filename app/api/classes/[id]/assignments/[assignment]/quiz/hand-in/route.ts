// A learner hands a graded quiz in: it takes no more answers.
import { refusal } from "@/app/server/class-route";
import { quizRoute } from "@/app/server/graded-quiz";
import { readBody } from "@/app/server/read-body";
import { requests } from "@/content/class/messages";

const wanted = "To hand a quiz in, send {}.";

export const POST = quizRoute(async ({ request, store, classId, learner, quiz }) => {
  await readBody(request, requests.handInQuiz, wanted);
  const { assignment } = quiz;
  const at = Date.now();
  const handed = await store.handInQuiz(classId, { assignment, learner, at });
  if (!handed) throw refusal(409, "Start the quiz first.");
  return Response.json(handed);
});
