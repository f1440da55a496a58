// A teacher opens a class.
import { classHeadOf } from "@/app/server/class-heads";
import { classRoute } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { addressOf, spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { hashOf, newCode, newId, newSecret } from "@/app/server/secrets";
import { sessionHeaders } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";

const wanted = `A class needs a name of 1 to ${classLimits.className} visible characters.`;

/** How long a class and all in it is kept: a year, in milliseconds. */
const lifetime = 365 * 24 * 60 * 60 * 1000;

/** A random code is taken less than once in a million classes. */
const tries = 5;

export const POST = classRoute(async (request) => {
  const { store, limits } = await classServer();
  const { name } = await readBody(request, requests.open, wanted);
  spend(limits.opening, addressOf(request));
  const secret = newSecret();
  const created = Date.now();
  const times = { created, expires: created + lifetime };
  for (let left = tries; left > 0; left -= 1) {
    const opened = { id: newId(), name, code: newCode(), ...times };
    if (!(await store.openClass({ ...opened, teacherHash: hashOf(secret) }))) continue;
    return Response.json(
      { class: classHeadOf(opened), secret },
      { status: 201, headers: sessionHeaders(request, "teacher", opened, secret) },
    );
  }
  throw new Error("No free class code was found.");
});
