// A teacher adds learners by name; each gets a code of their own.
import { bodyLimits, readBody } from "@/app/server/read-body";
import { codeOf, hashOf, idOf, newId, shownCode } from "@/app/server/secrets";
import { teacherRoute } from "@/app/server/sessions";
import { classLimits, requests } from "@/content/class/messages";
import { learnerName, nameAllowed } from "@/labs/assignment/learner-name";

const wanted = `A roster is a list of 1 to ${classLimits.atOnce} names, each with an id of at most ${classLimits.studentId} characters and a section of at most ${classLimits.section}.`;

const refusals = {
  "name taken": "Somebody in this class has that name, or one that looks like it.",
  full: `The class is full: it has ${classLimits.learners} learners.`,
};

export const POST = teacherRoute(async ({ request, schoolClass, store }) => {
  const sent = await readBody(request, requests.roster, wanted, bodyLimits.roster);
  const joined = Date.now();
  const { key = newId() } = sent;
  const listed = sent.learners.map(({ name: typed, section, studentId }) => {
    const name = learnerName(typed);
    const beside = { section: section ?? null, studentId: studentId ?? null };
    const made = [schoolClass.id, key, typed] as const;
    return { typed, name, beside, id: idOf(...made), code: codeOf("learner", ...made) };
  });
  const good = listed.flatMap((one) =>
    one.name === null ? [] : [{ ...one, name: one.name }],
  );
  const rows = good.map(({ id, name, beside, code }, at) => ({
    // Lists are by the moment of joining: a roster keeps its order.
    ...{ id, name, joined: joined + at, ...beside },
    codeHash: hashOf(code),
  }));
  const found =
    rows.length > 0
      ? await store.addLearners(schoolClass.id, rows, classLimits.learners)
      : [];
  const added = good.filter((_, at) => found[at] === "added");
  const refused = good.flatMap(({ name }, at) => {
    const kind = found[at];
    return kind === undefined || kind === "added" ? [] : [{ name, says: refusals[kind] }];
  });
  const unread = listed
    .filter(({ name }) => name === null)
    .map(({ typed }) => ({ name: typed, says: `A name must be ${nameAllowed}.` }));
  return Response.json({
    added: added.map(({ id, name, code }) => ({
      ...{ learner: id, name },
      code: shownCode(code),
    })),
    refused: [...unread, ...refused],
  });
});
