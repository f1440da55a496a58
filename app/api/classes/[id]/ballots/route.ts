// A teacher puts a prediction of the course to the class, and sees all that were put.
import { ballotHeadOf, predictionOf } from "@/app/server/ballots";
import { refusal } from "@/app/server/class-route";
import { spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { newId, shownCode } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";
import { mostBallots } from "@/content/class/ballot-messages";
import { requests } from "@/content/class/messages";

export const GET = teacherRoute(async ({ schoolClass, store, limits }) => {
  const { id, name, code, door } = schoolClass;
  spend(limits.wall, id);
  const { ballots, counts, learners } = await store.ballotsOf(id);
  return Response.json({
    class: { name, code: door === "open" ? shownCode(code) : null },
    learners,
    ballots: ballots.map((ballot) => ballotHeadOf(ballot, counts)),
  });
});

const noPrediction = "The course has no such prediction to vote on.";

const unended = "Another question is before the class: end its votes, or delete it.";

export const POST = teacherRoute(
  async ({ request, schoolClass, store, limits, rooms }) => {
    const { question } = await readBody(request, requests.openBallot, noPrediction);
    spend(limits.wall, schoolClass.id);
    if (!(await predictionOf(question))) throw refusal(400, noPrediction);
    const ballot = { id: newId(), question, opened: Date.now() };
    const kind = await store.openBallot(schoolClass.id, ballot, mostBallots);
    rooms.forget(schoolClass.id);
    if (kind === "open") throw refusal(409, unended);
    if (kind === "full") {
      throw refusal(409, `A class votes on at most ${mostBallots} questions.`);
    }
    return Response.json({ id: ballot.id }, { status: 201 });
  },
);
