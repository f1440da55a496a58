// What teachers are told of their course in the LMS, and how its roster comes.
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf, newId, newSecret } from "@/app/server/secrets";
import { lmsResponses } from "@/content/class/lms-messages";
import { openServices } from "../server/lti-services";
import { contextRow, registrationRow } from "../server/store/lti-rows";
import { openBrowser } from "./browser";
import { link } from "./school";
import { openSite } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite(1000);
});
afterAll(() => site.close());

test("an instructor who comes brings the roster, and reads what became of the grades", async () => {
  const { store } = await site.open();
  const { lti } = store;
  const lms = await openServices(lti);
  const role = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
  lms.pages.push([{ user_id: "ada", name: "Ada", roles: [role] }]);
  await lti.addRegistration(
    { ...registrationRow("r"), tokenUrl: `${lms.url}/token` },
    [],
  );
  const [classId, secret, assignment] = [newId(), newSecret(), newId()];
  const times = { created: Date.now(), expires: Date.now() + 1e9 };
  await lti.openContext(
    { ...contextRow("c"), classId, membershipsUrl: `${lms.url}/members` },
    {
      ...{ id: classId, name: "Physics", code: "LMS23456", door: "roster", ...times },
      ...{ approval: false, teacherHash: "none", recoveryHash: null },
    },
  );
  const place = { id: newId(), context: "r c", resourceLink: "1", lineItemUrl: null };
  await lti.placeLink(
    { ...place, scopes: [], site: "" },
    { id: assignment, link, created: Date.now(), closes: null },
    9,
  );
  const tokenHash = hashOf(secret);
  const person = { registration: "r", sub: "t", id: newId(), name: "T", now: Date.now() };
  await lti.enter(classId, { ...person, role: "teacher", tokenHash }, 9);

  const teacher = openBrowser();
  await teacher.post("/api/lti/enter", { classId, role: "teacher", secret });
  const learners = async () => (await store.board(classId, 0)).learners;
  await expect
    .poll(async () => (await learners()).map(({ name }) => name))
    .toEqual(["Ada"]);
  const at = `/api/classes/${classId}`;
  const lmsOf = async () => lmsResponses.lms.parse((await teacher.get(`${at}/lms`)).told);
  expect(await lmsOf()).toEqual({
    ...{ courses: [{ name: "LMS r", roster: true }], told: 0, waits: 0 },
    ...{ troubles: [], gone: [] },
  });

  const [ada] = await learners();
  const whose = { assignment, learner: ada?.id ?? "" };
  const mark = { points: 1, verdict: null, reason: "", comment: "" };
  await teacher.ask("PUT", `${at}/assignments/${assignment}/marks/${ada?.id}`, {
    body: mark,
  });
  expect(await lmsOf()).toMatchObject({ told: 0, waits: 1, troubles: [] });
  const score = { link: place.id, learner: whose.learner };
  const changed = (await lti.scoreWork(score))?.changed ?? 0;
  await lti.scoreFailed(score, { changed, next: null, trouble: "It left." });
  expect(await lmsOf()).toMatchObject({
    ...{ told: 0, waits: 0, troubles: [{ ...whose, says: "It left." }] },
  });
  await lti.scoreSent(score, { changed, text: "told", again: null });
  expect(await lmsOf()).toMatchObject({ told: 1, waits: 0, troubles: [] });

  lms.pages.splice(0, 1, [{ user_id: "bo", name: "Bo", roles: ["Learner"] }]);
  const filled = await teacher.post(`${at}/lms/roster`);
  expect(filled.told).toEqual({ added: 1, left: 1, full: 0, unread: 0 });
  expect((await lmsOf()).gone).toEqual([ada?.id]);
  lms.troubles.members.push({ status: 500 });
  const failed = await teacher.post(`${at}/lms/roster`);
  expect([failed.status, String(failed.told.problem)]).toEqual([
    ...[502, expect.stringContaining("did not give the roster (500)")],
  ]);
});
