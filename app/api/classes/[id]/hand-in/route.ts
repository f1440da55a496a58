// A learner hands in a receipt: it is kept before it is acknowledged, and checked after.
import { workOf } from "@/app/server/check-receipt";
import { refusal } from "@/app/server/class-route";
import type { ClassTerms } from "@/app/server/class-server";
import { closesFor } from "@/app/server/due-times";
import { reserve, spend, tooMany } from "@/app/server/rate-limits";
import { bodyLimits, readBody } from "@/app/server/read-body";
import { newId } from "@/app/server/secrets";
import { learnerRoute } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";

const wanted = "This is no receipt that can be handed in.";

/** The texts of all receipts that are kept of one learner and of one class, in characters. */
const receiptRoom = { learner: 40e6, class: 2e9 };

const closed = "This assignment takes no more receipts: its closing date is over.";

const refused = {
  other: [409, "Another receipt was handed in under this key."],
  full: [
    409,
    `No more than ${classLimits.receipts} receipts of one assignment are taken.`,
  ],
  heavy: [409, "The class has no more room for receipts: tell your teacher."],
  gone: [404, "The class has no such assignment, or no longer."],
} as const;

function isClosed({ assignments, extensions }: ClassTerms, id: string, learner: string) {
  const asked = assignments.find((one) => one.id === id);
  if (!asked) return false;
  const own = extensions.filter(({ assignment }) => assignment === id);
  const dates = { due: null, closes: asked.closes, extensions: own };
  const closes = closesFor(dates, learner);
  return closes !== null && Date.now() > closes;
}

export const POST = learnerRoute(async ({ request, schoolClass, learner, ...server }) => {
  const { store, limits, checks } = server;
  const classId = schoolClass.id;
  spend(limits.handInTries, learner.id);
  const sent = await readBody(request, requests.handIn, wanted, bodyLimits.handIn);
  const { key, assignment, packed } = sent;
  const one = reserve(limits.handIn, learner.id);
  const room = one && reserve(limits.handedIn, learner.id, packed.length, classId);
  const receipt = {
    ...{ id: newId(), key, assignment, learner: learner.id, packed },
    ...{ received: Date.now(), work: await workOf(packed) },
  };
  const terms = await server.assignments.termsOf(classId);
  const late = isClosed(terms, assignment, learner.id);
  // One that was handed in before is told so, whatever was spent or closed since.
  const most = room && !late ? classLimits.receipts : 0;
  const handedIn = await store.handIn(classId, receipt, most, receiptRoom);
  if (handedIn.kind === "taken") {
    const { id, work } = receipt;
    checks.add({ id, classId, learner: learner.id, work });
    return Response.json({ id }, { status: 201 });
  }
  // Only what was newly taken counts.
  room?.();
  one?.();
  if (handedIn.kind === "there") return Response.json({ id: handedIn.id });
  if (handedIn.kind === "full" && late) throw refusal(409, closed);
  if (handedIn.kind === "full" && !room)
    throw tooMany(one ? limits.handedIn : limits.handIn);
  const [status, says] = refused[handedIn.kind];
  throw refusal(status, says);
});
