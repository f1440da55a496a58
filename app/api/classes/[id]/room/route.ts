// A learner's phone in the room: what the class is asked at present, and the vote on it.
import { predictionOf } from "@/app/server/ballots";
import { done, notFound, refusal } from "@/app/server/class-route";
import type { ClassServer } from "@/app/server/class-server";
import { spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { learnerRoute } from "@/app/server/sessions";
import type { Room, Round } from "@/content/class/ballot-messages";
import { requests } from "@/content/class/messages";
import { voterPath } from "@/content/quiz/voter-run";

export const GET = learnerRoute(
  async ({ request, schoolClass, learner, store, limits, rooms }) => {
    spend(limits.room, learner.id);
    const ballot = await rooms.of(schoolClass.id);
    const version = ballot ? `${ballot.id}.${ballot.phase}` : "none";
    const seen = new URL(request.url).searchParams.get("seen");
    if (seen === version) return Response.json({ version });
    const question = ballot && (await predictionOf(ballot.question));
    if (!ballot || !question) return Response.json({ version, room: null });
    const votes = await store.votesOf(schoolClass.id, ballot.id, learner.id);
    const choiceIn = (which: Round) =>
      votes.find(({ round }) => round === which)?.option ?? null;
    const room: Room = {
      ...{ ballot: ballot.id, phase: ballot.phase, asks: question.asks },
      options: question.options.map(({ id, text }) => ({ id, text })),
      votes: [choiceIn(1), choiceIn(2)],
      own: ballot.phase === "ended" ? voterPath(question, learner.id) : null,
    };
    return Response.json({ version, room });
  },
);

const wanted = "This is no vote on what the class is asked.";

const late = "This vote came too late and does not count: the voting has ended.";

/** The ballot that a vote is for, also where another process opened it just now. */
async function ballotOf(
  { rooms }: Pick<ClassServer, "rooms">,
  classId: string,
  id: string,
) {
  const known = await rooms.of(classId);
  if (known?.id === id) return known;
  rooms.forget(classId);
  const latest = await rooms.of(classId);
  if (latest?.id !== id) throw refusal(409, late);
  return latest;
}

export const PUT = learnerRoute(async (asked) => {
  const { request, schoolClass, learner, store, limits } = asked;
  spend(limits.vote, learner.id);
  const sent = await readBody(request, requests.vote, wanted);
  const ballot = await ballotOf(asked, schoolClass.id, sent.ballot);
  const question = await predictionOf(ballot.question);
  if (!question?.options.some(({ id }) => id === sent.option)) throw refusal(400, wanted);
  const vote = { ...sent, learner: learner.id, at: Date.now() };
  const kind = await store.vote(schoolClass.id, vote);
  if (kind === "gone") throw notFound("question before the class");
  if (kind === "over") throw refusal(409, late);
  return done();
});
