// Answers to the course's questions: a learner sends their own, the teacher reads all.
import { done, refusal } from "@/app/server/class-route";
import { judgedAnswers } from "@/app/server/judged-answers";
import { spend } from "@/app/server/rate-limits";
import { bodyLimits, readBody } from "@/app/server/read-body";
import { learnerRoute, teacherRoute } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";

const wanted = `These are no answers to questions, or more than ${classLimits.answersAtOnce}.`;

export const GET = teacherRoute(async ({ schoolClass, store, limits }) => {
  spend(limits.board, schoolClass.id);
  return Response.json({ answers: await store.answersOf(schoolClass.id) });
});

export const POST = learnerRoute(
  async ({ request, schoolClass, learner, store, limits }) => {
    spend(limits.answers, learner.id);
    const sent = await readBody(request, requests.answers, wanted, bodyLimits.answers);
    const judged = await judgedAnswers(sent.answers);
    const measured =
      schoolClass.measured && !(await store.declines(schoolClass.id, learner.id));
    const answers = measured ? judged : judged.map(({ sure: _, ...answer }) => answer);
    const most = classLimits.answers;
    if (!(await store.putAnswers(schoolClass.id, learner.id, answers, most))) {
      throw refusal(409, `No more than ${most} answers of one learner are kept.`);
    }
    return done();
  },
);
