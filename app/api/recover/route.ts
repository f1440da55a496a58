// A recovery code makes its browser the owner of a class again, with new keys.
import { classRoute, refusal } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { keysAnswer } from "@/app/server/open-class";
import { addressOf, spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { codeOf, hashOf, readCode, secretOf } from "@/app/server/secrets";
import { requests } from "@/content/class/messages";

const wanted = "A recovery code has 16 letters and digits, as in K7QM-3XTP-9D2C-R5WA.";

const wrong =
  "No class has this recovery code, or no longer: each is good for one recovery, and gives another.";

export const POST = classRoute(async (request) => {
  const { store, limits } = await classServer();
  const { code: typed, key } = await readBody(request, requests.recover, wanted);
  const read = readCode(typed);
  if (read?.kind !== "recovery") throw refusal(400, wanted);
  // Made of the key, so that a request that is sent again gets the same answer.
  const keys = {
    secret: secretOf(read.code, key),
    recovery: codeOf("recovery", read.code, key),
  };
  const hashes = {
    teacherHash: hashOf(keys.secret),
    recoveryHash: hashOf(keys.recovery),
  };
  const found = await store.recover(hashOf(read.code), hashes, Date.now());
  if (!found) {
    spend(limits.wrongCode, addressOf(request));
    throw refusal(404, wrong);
  }
  return keysAnswer(request, found, keys, 200);
});
