// A learner joins a class with its code and a name.

import { handled, refusal } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { addressOf, refuseSpent, spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { hashOf, newId, newSecret, readCode } from "@/app/server/secrets";
import { sessionCookie } from "@/app/server/sessions";
import { most, requests } from "@/content/class/messages";
import { learnerName, nameAllowed } from "@/labs/assignment/learner-name";

const wanted = "A class code has 8 letters and digits, as in K7QM-3XTP.";

const taken =
  "Somebody in this class has that name. Add an initial; or, if it is you, ask your teacher to let you in again.";

async function classWithCode(typed: string, address: string) {
  const { store, limits } = await classServer();
  const code = readCode(typed);
  if (!code) throw refusal(400, wanted);
  await refuseSpent(limits.wrongCode, address);
  const found = await store.classByCode(code, Date.now());
  if (found) return found;
  await spend(limits.wrongCode, address);
  throw refusal(404, "No class has this code. Look at it once more.");
}

export const POST = handled(async (request) => {
  const { store } = await classServer();
  const { code, name: typed } = await readBody(request, requests.join, wanted);
  const name = learnerName(typed);
  if (!name) throw refusal(400, `A name must be ${nameAllowed}.`);
  const of = await classWithCode(code, addressOf(request));
  const secret = newSecret();
  const tokenHash = hashOf(secret);
  const learner = { id: newId(), name, tokenHash, joined: Date.now() };
  const joined = await store.join(of.id, learner, most.learners);
  if (joined.kind === "name taken") throw refusal(409, taken);
  if (joined.kind === "full") {
    throw refusal(409, `This class is full: it has ${most.learners} learners.`);
  }
  // Who was let in again keeps the name as it was written first: it decides their seeds.
  const known =
    joined.id === learner.id ? learner : await store.learnerOf(of.id, tokenHash);
  return Response.json(
    { classId: of.id, className: of.name, learner: joined.id, name: known?.name ?? name },
    { headers: { "Set-Cookie": sessionCookie(request, "learner", of, secret) } },
  );
});
