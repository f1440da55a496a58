// A learner hands in a receipt: it is kept before it is acknowledged, and checked after.
import { refusal } from "@/app/server/class-route";
import type { ClassServer } from "@/app/server/class-server";
import { logFault } from "@/app/server/log-fault";
import { spend } from "@/app/server/rate-limits";
import { bodyLimits, readBody } from "@/app/server/read-body";
import { newId } from "@/app/server/secrets";
import { learnerRoute } from "@/app/server/sessions";
import type { Unchecked } from "@/app/server/store/class-store";
import { classLimits, requests } from "@/content/class/messages";

const wanted = "This is no receipt that can be handed in.";

const refused = {
  other: [409, "Another receipt was handed in under this key."],
  full: [
    409,
    `No more than ${classLimits.receipts} receipts of one assignment are taken.`,
  ],
  gone: [404, "The class has no such assignment, or no longer."],
} as const;

/** A receipt that is missed here is found by the next sweep. */
async function queueCheck(
  { checks, assignments }: Pick<ClassServer, "checks" | "assignments">,
  classId: string,
  assignment: string,
  receipt: Omit<Unchecked, "link">,
) {
  const listed = await assignments.of(classId);
  const asked = listed.find(({ id }) => id === assignment);
  if (asked) checks.add(classId, { ...receipt, link: asked.link });
}

export const POST = learnerRoute(async ({ request, schoolClass, learner, ...server }) => {
  const { store, limits } = server;
  const classId = schoolClass.id;
  await spend(limits.handIn, learner.id);
  const sent = await readBody(request, requests.handIn, wanted, bodyLimits.handIn);
  const { key, assignment, packed } = sent;
  await spend(limits.handedIn, classId, packed.length);
  const received = Date.now();
  const receipt = { id: newId(), key, assignment, learner: learner.id, packed, received };
  const handedIn = await store.handIn(classId, receipt, classLimits.receipts);
  if (handedIn.kind === "taken") {
    const unchecked = { id: receipt.id, packed, name: learner.name };
    queueCheck(server, classId, assignment, unchecked).catch((error) =>
      logFault("queue of checks", error),
    );
    return Response.json({ id: handedIn.id }, { status: 201 });
  }
  if (handedIn.kind === "there") return Response.json({ id: handedIn.id });
  const [status, says] = refused[handedIn.kind];
  throw refusal(status, says);
});
