// A learner joins a class with its code and a name.
import { classRoute, refusal } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { addressOf, spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { hashOf, newId, newSecret, readCode } from "@/app/server/secrets";
import { sessionHeaders } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";
import { learnerName, nameAllowed } from "@/labs/assignment/learner-name";

const wanted = "A class code has 8 letters and digits, as in K7QM-3XTP.";

const nameTaken =
  "Somebody in this class has that name. Add an initial; or, if it is you, ask your teacher to let you in again.";

async function classWithCode(typed: string, address: string) {
  const { store, limits } = await classServer();
  const code = readCode(typed);
  if (!code) throw refusal(400, wanted);
  const found = await store.classByCode(code, Date.now());
  if (found) return found;
  // A right code was let in above, whatever others of this address have tried.
  spend(limits.wrongCode, address);
  throw refusal(404, "No class has this code. Look at it once more.");
}

export const POST = classRoute(async (request) => {
  const { store } = await classServer();
  const { code, name: typed } = await readBody(request, requests.join, wanted);
  const name = learnerName(typed);
  if (!name) throw refusal(400, `A name must be ${nameAllowed}.`);
  const schoolClass = await classWithCode(code, addressOf(request));
  const secret = newSecret();
  const tokenHash = hashOf(secret);
  const learner = { id: newId(), name, tokenHash, joined: Date.now() };
  const joined = await store.join(schoolClass.id, learner, classLimits.learners);
  if (joined.kind === "name taken") throw refusal(409, nameTaken);
  if (joined.kind === "full") {
    throw refusal(409, `This class is full: it has ${classLimits.learners} learners.`);
  }
  // Learners who were let in again keep the first spelling of their name: it decides their seeds.
  const known =
    joined.id === learner.id ? learner : await store.learnerOf(schoolClass.id, tokenHash);
  return Response.json(
    {
      classId: schoolClass.id,
      className: schoolClass.name,
      learner: joined.id,
      name: known?.name ?? name,
    },
    { headers: sessionHeaders(request, "learner", schoolClass, secret) },
  );
});
