// The teacher gets another private link: the one before, and its cookies, are void.
import { classServer } from "@/app/class/class-server";
import { handled } from "@/app/class/handled";
import { hashOf, newSecret } from "@/app/class/random-texts";
import { sessionCookie } from "@/app/class/session-cookie";
import { classOfTeacher, notThere } from "@/app/class/who";

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
