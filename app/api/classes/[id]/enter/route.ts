// A private link makes its browser the class's teacher.

import { addressOf } from "@/app/class/address-of";
import { classServer } from "@/app/class/class-server";
import { handled } from "@/app/class/handled";
import { hashOf } from "@/app/class/random-texts";
import { refuseSpent, spend } from "@/app/class/rate-limits";
import { readBody } from "@/app/class/read-body";
import { refusal } from "@/app/class/refusal";
import { sessionCookie } from "@/app/class/session-cookie";
import { toldClass } from "@/app/class/told";
import { classWith } from "@/app/class/who";
import { requests } from "@/components/class/messages";

type Params = { id: string };

const wrong =
  "This is not the private link of this class, or no longer: it may have been renewed.";

export const POST = handled<Params>(async (request, params) => {
  const { store, limits } = await classServer();
  const address = addressOf(request);
  await refuseSpent(limits.wrongSecret, address);
  const { secret } = await readBody(request, requests.enter, wrong);
  const { id } = await classWith(params.id);
  const found = await store.classOfTeacher(id, hashOf(secret), Date.now());
  if (!found) {
    await spend(limits.wrongSecret, address);
    throw refusal(403, wrong);
  }
  return Response.json(
    { class: toldClass(found) },
    { headers: { "Set-Cookie": sessionCookie(request, "teacher", found, secret) } },
  );
});
