// A teacher opens a class.

import { toldClass } from "@/app/server/class-heads";
import { handled } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { addressOf, spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { hashOf, newCode, newId, newSecret } from "@/app/server/secrets";
import { sessionCookie } from "@/app/server/sessions";
import { most, requests } from "@/content/class/messages";

const wanted = `A class needs a name of 1 to ${most.className} visible characters.`;

/** How long a class and all in it is kept: a year, in milliseconds. */
const lifetime = 365 * 24 * 60 * 60 * 1000;

/** Codes that other classes have are rarer than once in a million classes. */
const tries = 5;

export const POST = handled(async (request) => {
  const { store, limits } = await classServer();
  const { name } = await readBody(request, requests.open, wanted);
  await spend(limits.opening, addressOf(request));
  const secret = newSecret();
  const created = Date.now();
  const times = { created, expires: created + lifetime };
  for (let left = tries; left > 0; left -= 1) {
    const opened = { id: newId(), name, code: newCode(), ...times };
    if (!(await store.openClass({ ...opened, teacherHash: hashOf(secret) }))) continue;
    return Response.json(
      { class: toldClass(opened), secret },
      {
        status: 201,
        headers: { "Set-Cookie": sessionCookie(request, "teacher", opened, secret) },
      },
    );
  }
  throw new Error("No free class code was found.");
});
