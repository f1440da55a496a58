// A learner hands in a receipt: it is kept before it is acknowledged, and checked after.

import { handled, refusal } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { logFault } from "@/app/server/log-fault";
import { spend } from "@/app/server/rate-limits";
import { bodyLimits, readBody } from "@/app/server/read-body";
import { newId } from "@/app/server/secrets";
import { learnerOf } from "@/app/server/sessions";
import type { Unchecked } from "@/app/server/store/class-store";
import { most, requests } from "@/content/class/messages";

type Params = { id: string };

const wanted = "This is no receipt that can be handed in.";

const refused = {
  other: [409, "Another receipt was handed in under this key."],
  full: [409, `No more than ${most.receipts} receipts of one assignment are taken.`],
  gone: [404, "The class has no such assignment, or no longer."],
} as const;

/** What is not found here is found by the next sweep. */
async function queueCheck(
  classId: string,
  assignment: string,
  receipt: Omit<Unchecked, "link">,
) {
  const { checks, assignments } = await classServer();
  const listed = await assignments.of(classId);
  const asked = listed.find(({ id }) => id === assignment);
  if (asked) checks.add(classId, { ...receipt, link: asked.link });
}

export const POST = handled<Params>(async (request, params) => {
  const { of, learner } = await learnerOf(request, params.id);
  const { store, limits } = await classServer();
  await spend(limits.handIn, learner.id);
  const read = await readBody(request, requests.handIn, wanted, bodyLimits.handIn);
  const { key, assignment, packed } = read;
  await spend(limits.handedIn, of.id, packed.length);
  const received = Date.now();
  const receipt = { id: newId(), key, assignment, learner: learner.id, packed, received };
  const handedIn = await store.handIn(of.id, receipt, most.receipts);
  if (handedIn.kind === "taken") {
    const { name } = learner;
    queueCheck(of.id, assignment, { id: receipt.id, packed, name }).catch((error) =>
      logFault("queue of checks", error),
    );
    return Response.json({ id: handedIn.id }, { status: 201 });
  }
  if (handedIn.kind === "there") return Response.json({ id: handedIn.id });
  const [status, says] = refused[handedIn.kind];
  throw refusal(status, says);
});
