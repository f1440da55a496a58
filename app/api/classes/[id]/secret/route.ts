// The teacher gets another private link: the one before, and its cookies, are void.

import { handled } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { hashOf, newSecret } from "@/app/server/secrets";
import { classOfTeacher, notThere, sessionCookie } from "@/app/server/sessions";

type Params = { id: string };

export const POST = handled<Params>(async (request, params) => {
  const of = await classOfTeacher(request, params.id);
  const { store } = await classServer();
  const secret = newSecret();
  if (!(await store.renewTeacher(of.id, hashOf(secret)))) throw notThere("class");
  return Response.json(
    { secret },
    { headers: { "Set-Cookie": sessionCookie(request, "teacher", of, secret) } },
  );
});
