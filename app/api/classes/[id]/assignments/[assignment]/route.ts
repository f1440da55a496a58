// A teacher changes what an assignment asks, or when it closes; or deletes it, with the
// receipts handed in for it.
import { changedLink } from "@/app/server/assignment-links";
import { done, notFound, refusal } from "@/app/server/class-route";
import { bodyLimits, readBody } from "@/app/server/read-body";
import { isId } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";
import { requests } from "@/content/class/messages";

type Params = { id: string; assignment: string };

const wanted = "An assignment has a link, and a moment when it closes, or none.";

const there = "The class has this very assignment already: delete one of the two.";

export const PATCH = teacherRoute<Params>(
  async ({ request, schoolClass: { id }, params, store, checks, assignments }) => {
    const sent = await readBody(
      ...([request, requests.changeAssignment, wanted, bodyLimits.link] as const),
    );
    // Of this moment, not remembered: another teacher may just have changed it.
    assignments.forget(id);
    const listed = await assignments.of(id);
    const before = listed.find((one) => one.id === params.assignment);
    if (!before) throw notFound("assignment");
    const link = sent.link === undefined ? null : changedLink(before.link, sent.link);
    const change = { ...sent, ...(link !== null && { link }) };
    const changed = await store.changeAssignment(id, before.id, change, Date.now());
    assignments.forget(id);
    if (changed.kind !== "changed") {
      throw changed.kind === "there" ? refusal(409, there) : notFound("assignment");
    }
    // The new link judges all that was handed in.
    if (changed.assignment.link !== before.link) checks.sweep(Date.now() + 1);
    return Response.json({ assignment: changed.assignment });
  },
);

export const DELETE = teacherRoute<Params>(
  async ({ schoolClass: { id }, params, store, assignments }) => {
    if (!isId(params.assignment)) throw notFound("assignment");
    await store.deleteAssignment(id, params.assignment);
    assignments.forget(id);
    return done();
  },
);
