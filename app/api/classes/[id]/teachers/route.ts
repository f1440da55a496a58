// An owner sees who teaches the class beside them, and adds somebody, with a link of their own.
import { refusal } from "@/app/server/class-route";
import { readBody } from "@/app/server/read-body";
import { hashOf, newId, newSecret } from "@/app/server/secrets";
import { ownerRoute } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";

const wanted = `A teacher needs a name of 1 to ${classLimits.className} visible characters.`;

const full = `A class has at most ${classLimits.teachers} teachers beside the one who opened it.`;

export const GET = ownerRoute(async ({ schoolClass, store }) =>
  Response.json({
    teachers: (await store.teachersOf(schoolClass.id)).filter(
      ({ id }) => id !== schoolClass.by?.id,
    ),
  }),
);

export const POST = ownerRoute(async ({ request, schoolClass, store }) => {
  const { name } = await readBody(request, requests.teacher, wanted);
  const [id, secret] = [newId(), newSecret()];
  const teacher = { id, name, created: Date.now(), secretHash: hashOf(secret) };
  const added = await store.addTeacher(schoolClass.id, teacher, classLimits.teachers);
  if (added === "full") throw refusal(409, full);
  return Response.json({ id, secret }, { status: 201 });
});
