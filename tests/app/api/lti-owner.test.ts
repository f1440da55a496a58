// Whose an LMS's class is: who leads the course there may do what an owner may, and nobody else.
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { ClassServer } from "@/app/server/class-server";
import { tellDueScores } from "@/app/server/lti/services/grade-sender";
import { responses } from "@/content/class/messages";
import { openEdx } from "../../lti/profiles";
import { type Browser, openBrowser } from "./browser";
import { openJudge } from "./lti-judge";
import { link } from "./school";
import { openSite } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
let server: ClassServer;
let lms: Awaited<ReturnType<typeof openJudge>>;

beforeAll(async () => {
  site = await openSite(1000);
  server = await site.open();
  lms = await openJudge(server);
});
afterAll(async () => {
  await lms.close();
  await site.close();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A course with an instructor, and her class. */
async function openTaught() {
  const school = lms.openCourse(link);
  const grace = school.enrol("Grace Hopper", "instructor");
  return { ...school, grace, ...(await school.launch(grace)) };
}

const owns = async (browser: Browser, at: string) =>
  responses.board.parse((await browser.get(`${at}/board`)).told).owner;

const mark = { points: 7, verdict: "accepted", reason: "seen", comment: "well done" };

/** What an owner alone may do; the last is the end. */
const ownersOwn: readonly [method: string, path: string, body?: object][] = [
  ["GET", "/teachers"],
  ["POST", "/teachers", { name: "Di" }],
  ["PATCH", "", { measured: true }],
  ["POST", "/secret", {}],
  ["POST", "/recovery", {}],
  ["DELETE", "/teachers/:teacher"],
  ["DELETE", ""],
];

test("an instructor may do all that an owner may, and nobody else whom the course knows", async () => {
  const { browser: grace, at, launch, enrol } = await openTaught();
  const made = responses.teacherAdded.parse(
    (await grace.post(`${at}/teachers`, { name: "Co" })).told,
  );
  const colleague = openBrowser();
  await colleague.post(`${at}/enter`, { secret: made.secret });
  const elsewhere = await openTaught();
  const others = {
    assistant: (await launch(enrol("Tim Test", "instructor", "assistant"))).browser,
    learner: (await launch(enrol("Ada Lovelace", "learner"))).browser,
    colleague,
    "another course’s instructor": elsewhere.browser,
    stranger: openBrowser(),
  };
  const ask = async (browser: Browser, [method, path, body]: (typeof ownersOwn)[0]) => {
    const to = at + path.replace(":teacher", made.id);
    return browser.ask(method, to, body ? { body } : {});
  };
  const seen = async () => ({
    ...(await grace.get(`${at}/board`)).told,
    ...(await grace.get(`${at}/teachers`)).told,
    now: 0,
  });
  const before = await seen();
  for (const [who, browser] of Object.entries(others)) {
    for (const way of ownersOwn) {
      expect([who, way, (await ask(browser, way)).status]).toEqual([who, way, 403]);
    }
  }
  expect(await seen()).toEqual(before);
  expect(await owns(colleague, at)).toBe(false);
  // She sees those beside her.
  const { teachers } = responses.teachers.parse(before);
  expect(teachers.map(({ name }) => name)).toEqual(["Co", "Tim Test"]);
  for (const way of ownersOwn) {
    const { status, told } = await ask(grace, way);
    expect([way, told.problem, status < 300]).toEqual([way, undefined, true]);
  }
  expect((await grace.get(`${at}/board`)).status).toBe(404);
  expect(await owns(elsewhere.browser, elsewhere.at)).toBe(true);
});

test("Open edX, which tells roles of the institution alone, has owners, too", async () => {
  const other = await openJudge(server, openEdx);
  const { launch, enrol } = other.openCourse(link);
  const { browser, at } = await launch(enrol("Grace Hopper", "instructor"));
  expect(await owns(browser, at)).toBe(true);
  await other.close();
});

test("a private link is made beside the launch, which stays who it was", async () => {
  const { browser: grace, at, launch, enrol } = await openTaught();
  const { secret } = responses.renewed.parse((await grace.post(`${at}/secret`)).told);
  const window = openBrowser();
  expect((await window.post(`${at}/enter`, { secret })).told.owner).toBe(true);
  const { learner } = await launch(enrol("Ada Lovelace", "learner"));
  const { assignments } = responses.board.parse((await grace.get(`${at}/board`)).told);
  await grace.put(`${at}/assignments/${assignments[0]?.id}/marks/${learner}`, mark);
  const { marks } = responses.board.parse((await window.get(`${at}/board`)).told);
  expect(marks.map(({ by }) => by)).toEqual(["Grace Hopper"]);
  // Another one makes it void.
  await grace.post(`${at}/secret`);
  expect((await window.get(`${at}/board`)).status).toBe(403);
});

test("a launch counts for a day, by the role that the latest one told", async () => {
  const { browser, at, launch, grace, course, enrol } = await openTaught();
  expect(await owns(browser, at)).toBe(true);
  const late = Date.now() + 25 * 60 * 60_000;
  vi.useFakeTimers({ toFake: ["Date"], now: late });
  expect(await owns(browser, at)).toBe(false);
  const refused = await browser.remove(at);
  expect([refused.status, refused.told.problem]).toEqual([
    403,
    "Only who has this class’s private link may do that, or who teaches its course in an LMS and came from there within a day.",
  ]);
  const again = await launch(grace);
  expect([await owns(again.browser, at), await owns(browser, at)]).toEqual([true, false]);
  const { roles } = grace;
  grace.roles = enrol("Tim Test", "instructor", "assistant").roles;
  const assisting = await launch(grace);
  expect(await owns(again.browser, at)).toBe(false);
  expect(await owns(assisting.browser, at)).toBe(false);
  grace.roles = roles;
  const back = await launch(grace);
  expect(await owns(back.browser, at)).toBe(true);
  // Who is taken out of the course is no owner once its roster says so.
  const beside = await launch(enrol("Joan Clarke", "instructor"));
  course.members.splice(course.members.indexOf(grace), 1);
  await beside.browser.post(`${at}/lms/roster`);
  expect(await owns(back.browser, at)).toBe(false);
  expect(await owns(beside.browser, at)).toBe(true);
});

test("once the class is deleted, the next launch opens another, and the LMS keeps its grades", async () => {
  const { browser, at, classId, launch, enrol, gradebook, pointsOf } = await openTaught();
  const ada = enrol("Ada Lovelace", "learner");
  const { learner } = await launch(ada);
  const { assignments } = responses.board.parse((await browser.get(`${at}/board`)).told);
  await browser.put(`${at}/assignments/${assignments[0]?.id}/marks/${learner}`, mark);
  await tellDueScores(server.store);
  expect(pointsOf(ada)).toBe(7);
  expect((await browser.remove(at)).status).toBe(204);
  const fresh = await launch(ada);
  expect(fresh.classId).not.toBe(classId);
  expect((await fresh.browser.get(`${at}/mine`)).status).toBe(404);
  const mine = responses.mine.parse((await fresh.browser.get(`${fresh.at}/mine`)).told);
  expect([mine.assignments.length, mine.receipts, mine.marks]).toEqual([1, [], []]);
  await tellDueScores(server.store, () => Date.now() + 60 * 60_000);
  expect(gradebook.taken).toHaveLength(1);
  expect(pointsOf(ada)).toBe(7);
  const refused = lms.platform.complaints.filter((one) => one.includes("/scores"));
  expect(refused).toEqual([]);
});

test("a class’s file holds no bond with the LMS, and who restores it has the class without one", async () => {
  const { browser, at, grace, classId, course, launch, enrol } = await openTaught();
  const ada = enrol("Ada Lovelace", "learner");
  const { learner } = await launch(ada);
  const { assignments } = responses.board.parse((await browser.get(`${at}/board`)).told);
  await browser.put(`${at}/assignments/${assignments[0]?.id}/marks/${learner}`, mark);
  const file = (await browser.get(`${at}/export`)).bytes;
  const text = gunzipSync(file).toString();
  const { issuer, profile } = lms.platform;
  const bonds = [issuer, profile.deploymentId, course.id, grace.id, ada.id, "link-1"];
  for (const bond of bonds) expect(text).not.toContain(bond);
  expect(text).toContain("Ada Lovelace");

  await browser.remove(at);
  const keeper = openBrowser();
  const restored = await keeper.ask("POST", "/api/classes/restore", { file });
  const { id } = responses.opened.parse(restored.told).class;
  const there = `/api/classes/${id}`;
  expect(await owns(keeper, there)).toBe(true);
  expect((await browser.get(`${there}/board`)).status).toBe(403);
  const { codes } = responses.codes.parse(
    (await keeper.post(`${there}/codes`, { learners: [learner] })).told,
  );
  const own = openBrowser();
  await own.post("/api/join", { code: codes[0]?.code });
  const mine = responses.mine.parse((await own.get(`${there}/mine`)).told);
  expect([mine.name, mine.marks.map(({ points }) => points)]).toEqual([
    ...["Ada Lovelace", [7]],
  ]);
  // A link in the LMS leads to neither of the two.
  const next = await launch(ada);
  expect([classId, id]).not.toContain(next.classId);
  const fresh = responses.mine.parse((await next.browser.get(`${next.at}/mine`)).told);
  expect(fresh.marks).toEqual([]);
});
