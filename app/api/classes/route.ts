// A teacher opens a class.

import { addressOf } from "@/app/class/address-of";
import { newCode } from "@/app/class/class-code";
import { classServer } from "@/app/class/class-server";
import { handled } from "@/app/class/handled";
import { hashOf, newId, newSecret } from "@/app/class/random-texts";
import { spend } from "@/app/class/rate-limits";
import { readBody } from "@/app/class/read-body";
import { sessionCookie } from "@/app/class/session-cookie";
import { toldClass } from "@/app/class/told";
import { most, requests } from "@/components/class/messages";

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
