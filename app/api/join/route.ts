// A browser becomes a learner's: by the class's code and a name, or by the learner's own code.
import { classRoute, refusal } from "@/app/server/class-route";
import { type ClassServer, classServer } from "@/app/server/class-server";
import { addressOf, spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import {
  codeOf,
  hashOf,
  newId,
  newSecret,
  readCode,
  secretOf,
  shownCode,
} from "@/app/server/secrets";
import { sessionHeaders } from "@/app/server/sessions";
import type { StoredClass, StoredLearner } from "@/app/server/store/stored-rows";
import { classLimits, requests } from "@/content/class/messages";
import { learnerName, nameAllowed } from "@/labs/assignment/learner-name";

const wanted =
  "A class’s code has 8 letters and digits, as in K7QM-3XTP, and a learner’s own has 12.";

const nobodys =
  "No class and no learner has this code, or no longer. Look at it once more.";

const nameTaken =
  "Somebody in this class has that name. If it is you, come in with your own code, or ask your teacher for it; else add an initial.";

const shut = {
  roster:
    "This class lets learners in by a code of their own, of 12 letters: ask your teacher for yours.",
  closed:
    "This class takes no new learners. If you are in it already, come in with your own code: your teacher can give you one.",
};

const full = `This class is full: it has ${classLimits.learners} learners.`;

type Let = {
  schoolClass: StoredClass;
  learner: StoredLearner;
  /** The proof of being the learner, for the browser's cookie. */
  secret: string;
  /** The personal code of a new learner. */
  code: string | null;
};

type Joining = {
  code: string;
  name: string | undefined;
  /** The same for a request that is sent again: so the joining is the same, too. */
  key: string;
};

function wrongCode(request: Request, { limits }: ClassServer): Error {
  // A right code was let in before, whatever others of this address have tried.
  spend(limits.wrongCode, addressOf(request));
  return refusal(404, nobodys);
}

async function joinAnew(
  request: Request,
  server: ClassServer,
  { code, name: typed, key }: Joining,
): Promise<Let> {
  const { store, limits } = server;
  const schoolClass = await store.classByCode(code, Date.now());
  if (!schoolClass) throw wrongCode(request, server);
  if (schoolClass.door !== "open") throw refusal(409, shut[schoolClass.door]);
  const name = learnerName(typed ?? "");
  if (!name) throw refusal(400, `A name must be ${nameAllowed}.`);
  spend(limits.joining, addressOf(request));
  const own = codeOf("learner", code, key, name);
  const secret = secretOf(code, key, name);
  const [tokenHash, codeHash] = [hashOf(secret), hashOf(own)];
  const learner = { id: newId(), name, joined: Date.now(), tokenHash, codeHash };
  const joined = await store.join(schoolClass.id, learner, {
    most: classLimits.learners,
    waiting: schoolClass.approval,
  });
  if (joined.kind === "name taken") throw refusal(409, nameTaken);
  if (joined.kind === "full") throw refusal(409, full);
  const known = await store.learnerOf(schoolClass.id, tokenHash);
  if (!known) throw refusal(404, nobodys);
  return { schoolClass, learner: known, secret, code: shownCode(own) };
}

async function comeBack(
  request: Request,
  server: ClassServer,
  { code, key }: Joining,
): Promise<Let> {
  const secret = secretOf(code, key);
  const found = await server.store.joinByCode(hashOf(code), hashOf(secret), Date.now());
  if (!found) throw wrongCode(request, server);
  return { ...found, secret, code: null };
}

export const POST = classRoute(async (request) => {
  const server = await classServer();
  const sent = await readBody(request, requests.join, wanted);
  const read = readCode(sent.code);
  if (!read || read.kind === "recovery") throw refusal(400, wanted);
  const joining = { code: read.code, name: sent.name, key: sent.key ?? newSecret() };
  const come = read.kind === "learner" ? comeBack : joinAnew;
  const { schoolClass, learner, secret, code } = await come(request, server, joining);
  return Response.json(
    {
      classId: schoolClass.id,
      className: schoolClass.name,
      learner: learner.id,
      ...{ name: learner.name, waiting: learner.waiting, code },
    },
    { headers: sessionHeaders(request, "learner", schoolClass, secret) },
  );
});
