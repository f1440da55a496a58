// One ballot, for its class's teacher: who voted, on to its next phase, or away with it.
import { done, notFound, refusal } from "@/app/server/class-route";
import { spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { teacherRoute } from "@/app/server/sessions";
import { requests } from "@/content/class/messages";

type Params = { id: string; ballot: string };

const early = "Who voted is told once the second vote has ended.";

export const GET = teacherRoute<Params>(
  async ({ schoolClass, params, store, limits }) => {
    spend(limits.wall, schoolClass.id);
    const { ballots } = await store.ballotsOf(schoolClass.id);
    const ballot = ballots.find(({ id }) => id === params.ballot);
    if (!ballot) throw notFound("question before the class");
    if (ballot.phase !== "ended") throw refusal(409, early);
    return Response.json({ voters: await store.votersOf(schoolClass.id, ballot.id) });
  },
);

const wanted = "This is no phase of a vote.";

export const PATCH = teacherRoute<Params>(
  async ({ request, schoolClass, params, store, limits, rooms }) => {
    const { leave } = await readBody(request, requests.moveBallot, wanted);
    spend(limits.wall, schoolClass.id);
    const phase = await store.leavePhase(schoolClass.id, params.ballot, leave);
    rooms.forget(schoolClass.id);
    if (!phase) throw notFound("question before the class");
    return Response.json({ phase });
  },
);

export const DELETE = teacherRoute<Params>(
  async ({ schoolClass, params, store, rooms }) => {
    await store.deleteBallot(schoolClass.id, params.ballot);
    rooms.forget(schoolClass.id);
    return done();
  },
);
