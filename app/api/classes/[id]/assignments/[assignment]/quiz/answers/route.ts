// A learner answers a question of a graded quiz: it is judged here, by the server's clock.
import { notFound, refusal } from "@/app/server/class-route";
import { judgedText } from "@/app/server/graded-question";
import { longestOf, quizRoute, tellingOf } from "@/app/server/graded-quiz";
import { readBody } from "@/app/server/read-body";
import { requests } from "@/content/class/messages";

const wanted = "This is no answer to a question.";
const unfit = "This is no whole answer to this question: no try was spent.";

const refused = {
  closed: [409, "Start the quiz first."],
  handed: [409, "The quiz was handed in: it takes no more answers."],
  other: [409, "Another answer was given for this try: reload the page to see it."],
  over: [409, "The time is over."],
  spent: [409, "This question is done: it takes no more answers."],
  early: [409, "This is not the next try at this question: reload the page."],
  gone: [404, "The class has no such assignment, or no longer."],
} as const;

export const POST = quizRoute(async ({ request, store, classId, learner, quiz }) => {
  const { asked, assignment, questions } = quiz;
  const sent = await readBody(request, requests.quizAnswer, wanted);
  const question = questions.find(({ id }) => id === sent.question);
  if (!question) throw notFound("question");
  const at = Date.now();
  const begun = await store.quizOf(classId, assignment, learner);
  if (!begun) throw refusal(...refused.closed);
  const judged = judgedText(begun.secret, question, sent.text);
  if (!judged) throw refusal(400, unfit);
  const { feedback, shows, takes } = tellingOf(quiz, learner, begun, at);
  const { tries } = asked;
  const again = feedback !== "once";
  // A try that is sent again was taken in time: the store tells.
  const longest = takes ? longestOf(asked.minutes) : -1;
  const tried = { ...sent, ...judged, assignment, learner, at };
  const kept = await store.putTry(classId, tried, { tries, longest, again });
  if (kept.kind === "kept") {
    const spent = kept.right && !again;
    const left = spent ? 0 : Math.max(0, tries - sent.try);
    return Response.json({ right: shows ? kept.right : null, left });
  }
  const [status, says] = refused[kept.kind];
  throw refusal(status, says);
});
