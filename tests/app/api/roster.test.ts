// Who is in a class: its three doors, codes of learners, co-teachers and the way back in.

import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { responses } from "@/content/class/messages";
import { openBrowser } from "./browser";
import { joinClass, link, openClass, openSchool } from "./school";
import { openSite } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite(1000);
});
afterAll(() => site.close());

type Class = Awaited<ReturnType<typeof openClass>>;

const key = (text: string) => text.padEnd(20, "-");

async function addRoster({ teacher, at }: Class, names: readonly string[], key?: string) {
  const learners = names.map((name) => ({ name }));
  const { told } = await teacher.post(`${at}/roster`, { learners, key });
  return responses.rosterAdded.parse(told);
}

const boardOf = async ({ teacher, at }: Pick<Class, "teacher" | "at">) =>
  responses.board.parse((await teacher.get(`${at}/board`)).told);

async function comeIn(code: string, key?: string) {
  const browser = openBrowser();
  const answer = await browser.post("/api/join", { code, key });
  return { browser, ...answer };
}

test("a learner on a roster comes in with a code of their own, on two devices", async () => {
  const opened = await openClass("5b", undefined, { door: "roster" });
  const { added, refused } = await addRoster(opened, ["Ada", "Bo"]);
  expect(refused).toEqual([]);
  expect((await boardOf(opened)).learners.map(({ came }) => came)).toEqual([
    false,
    false,
  ]);
  for (const { code, name, learner } of added) {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const typed of [code, code.toLowerCase().replaceAll("-", " ")]) {
      const { status, told, browser } = await comeIn(typed);
      expect(status).toBe(200);
      expect(responses.joined.parse(told)).toMatchObject({
        learner,
        name,
        waiting: false,
      });
      expect((await browser.get(`${opened.at}/mine`)).status).toBe(200);
    }
  }
  expect((await boardOf(opened)).learners.map(({ came }) => came)).toEqual([true, true]);
});

test("a class’s code lets nobody in where its door is roster or closed", async () => {
  for (const [door, says] of [
    ["roster", "a code of their own"],
    ["closed", "takes no new learners"],
  ] as const) {
    const opened = await openClass("5b", undefined, { door });
    const { added } = await addRoster(opened, ["Ada"]);
    const refused = await openBrowser().post("/api/join", {
      ...{ code: opened.code, name: "Puppet" },
    });
    expect(refused.status).toBe(409);
    expect(refused.told.problem).toContain(says);
    expect((await comeIn(added[0]?.code ?? "")).status).toBe(200);
    expect((await boardOf(opened)).learners.length).toBe(1);
  }
});

test("who comes by the class’s code waits for approval, and can do nothing until then", async () => {
  const opened = await openClass("5b", undefined, { approval: true });
  const { teacher, at, code } = opened;
  const added = await teacher.post(`${at}/assignments`, { link });
  const assignment = responses.assigned.parse(added.told).id;
  const { browser, learner, waiting } = await joinClass(code, "Ada");
  expect(waiting).toBe(true);
  const mine = responses.mine.parse((await browser.get(`${at}/mine`)).told);
  expect(mine).toMatchObject({ waiting: true, learner, assignments: [], quizzes: [] });
  const receipt = { key: key("k"), assignment, packed: "A" };
  const early = await browser.post(`${at}/hand-in`, receipt);
  expect([early.status, early.told.problem]).toEqual([
    403,
    "Your teacher has not let you in yet: until then nothing can be done here.",
  ]);
  expect((await teacher.post(`${at}/learners/${learner}/approve`)).status).toBe(204);
  const refused = await teacher.post(`${at}/learners/${"n".repeat(22)}/approve`);
  expect(refused.status).toBe(404);
  const admitted = responses.mine.parse((await browser.get(`${at}/mine`)).told);
  expect([admitted.waiting, admitted.assignments.length]).toEqual([false, 1]);
  expect((await browser.post(`${at}/hand-in`, receipt)).status).toBe(201);
});

test("names that are taken, look alike or cannot be seen are refused one by one", async () => {
  const opened = await openClass();
  const names = ["Ada", "ada", "\u0410da", "  ", "Bo", "x".repeat(61), "Bo\u200d"];
  const { added, refused } = await addRoster(opened, names);
  expect(added.map(({ name }) => name)).toEqual(["Ada", "Bo"]);
  expect(refused.length).toBe(5);
  for (const { says } of refused) expect(says).toMatch(/^[A-Z].*[.]$/);
  expect((await boardOf(opened)).learners.length).toBe(2);
});

test("a roster that is sent again gets the same codes again", async () => {
  const opened = await openClass();
  const first = await addRoster(opened, ["Ada", "Bo"], key("roster"));
  const again = await addRoster(opened, ["Ada", "Bo"], key("roster"));
  expect(again).toEqual(first);
  const other = await addRoster(opened, ["Ada", "Bo"], key("another"));
  expect([other.added.length, other.refused.length]).toEqual([0, 2]);
});

test("a roster has at most five hundred names, each with what stands beside it", async () => {
  const { teacher, at } = await openClass();
  const of = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      name: `Learner ${at} ${"n".repeat(40)}`,
      studentId: `${at} ${"i".repeat(50)}`,
      section: `${at} ${"s".repeat(50)}`,
    }));
  const full = await teacher.post(`${at}/roster`, { learners: of(500) });
  expect(responses.rosterAdded.parse(full.told).added.length).toBe(500);
  expect((await teacher.post(`${at}/roster`, { learners: of(501) })).status).toBe(400);
  expect((await teacher.post(`${at}/roster`, { learners: [] })).status).toBe(400);
  const odd = [{ section: "x".repeat(61) }, { studentId: "a\u202eb" }, { more: 1 }];
  for (const beside of odd) {
    const learners = [{ name: "Odd", ...beside }];
    expect((await teacher.post(`${at}/roster`, { learners })).status).toBe(400);
  }
  const board = await boardOf({ teacher, at });
  expect(board.learners[7]).toMatchObject({ studentId: `7 ${"i".repeat(50)}` });
});

test("what stands beside a name can be changed, and taken away", async () => {
  const { teacher, at, learnerId } = await openSchool();
  const put = (change: unknown) => teacher.patch(`${at}/learners/${learnerId}`, change);
  expect((await put({ section: " B ", studentId: "17" })).status).toBe(204);
  expect((await put({ studentId: "" })).status).toBe(204);
  const [learner] = (await boardOf({ teacher, at })).learners;
  expect(learner).toMatchObject({ section: "B", studentId: null });
  expect((await put({ name: "Other" })).status).toBe(400);
  const nobody = await teacher.patch(`${at}/learners/${"n".repeat(22)}`, {});
  expect(nobody.status).toBe(404);
});

test("a new code voids the one before, and ends browsers where it is asked to", async () => {
  const opened = await openClass();
  const { teacher, at } = opened;
  const { added } = await addRoster(opened, ["Ada", "Bo"]);
  const [ada, bo] = added;
  const { browser } = await comeIn(ada?.code ?? "");
  const renew = async (ends?: boolean) => {
    const learners = [ada?.learner, bo?.learner, "n".repeat(22)];
    const { told } = await teacher.post(`${at}/codes`, { learners, ends });
    return responses.codes.parse(told).codes;
  };
  const second = await renew();
  expect(second.map(({ name }) => name)).toEqual(["Ada", "Bo"]);
  expect((await comeIn(ada?.code ?? "")).status).toBe(404);
  expect((await browser.get(`${at}/mine`)).status).toBe(200);
  const third = await renew(true);
  expect((await browser.get(`${at}/mine`)).status).toBe(403);
  expect((await comeIn(second[0]?.code ?? "")).status).toBe(404);
  expect((await comeIn(third[0]?.code ?? "")).status).toBe(200);
});

test("a learner of an open class gets a code of their own, and can renew it", async () => {
  const { code, at } = await openClass();
  const { browser, learner, ...joined } = await joinClass(code, "Ada");
  const first = await comeIn(joined.code ?? "");
  expect(responses.joined.parse(first.told)).toMatchObject({ learner, code: null });
  const { told } = await browser.post(`${at}/mine/code`);
  expect((await comeIn(joined.code ?? "")).status).toBe(404);
  expect((await comeIn(responses.code.parse(told).code)).status).toBe(200);
});

test("a joining that is sent again is the same joining, with the same code", async () => {
  const { code, at, teacher } = await openClass();
  const join = (name: string, again = "one") =>
    openBrowser().post("/api/join", { code, name, key: key(again) });
  const [first, second] = [await join("Ada"), await join("Ada")];
  expect(second.told).toEqual(first.told);
  expect(responses.joined.parse(first.told).code).not.toBe(null);
  expect((await join("Ada", "two")).status).toBe(409);
  expect((await join("Bo")).told.learner).not.toBe(first.told.learner);
  expect((await boardOf({ teacher, at })).learners.length).toBe(2);
});

test("a learner has ten browsers at most, and the oldest goes", async () => {
  const opened = await openClass();
  const { added } = await addRoster(opened, ["Ada"]);
  const browsers = [];
  for (let n = 0; n < 11; n += 1) {
    browsers.push((await comeIn(added[0]?.code ?? "")).browser);
    // Two that come in the same millisecond are equally old.
    await pause(2);
  }
  const mine = browsers.map(async (one) => (await one.get(`${opened.at}/mine`)).status);
  expect(await Promise.all(mine)).toEqual([403, ...Array(10).fill(200)]);
});

test("many learners are deleted at once, and no others", async () => {
  const opened = await openClass();
  const { teacher, at } = opened;
  const { added } = await addRoster(opened, ["Ada", "Bo", "Cy"]);
  const learners = added.slice(0, 2).map(({ learner }) => learner);
  expect((await teacher.post(`${at}/learners/delete`, { learners })).status).toBe(204);
  const left = (await boardOf(opened)).learners;
  expect(left.map(({ name }) => name)).toEqual(["Cy"]);
  const many = Array.from({ length: 501 }, (_, n) => key(`n${n}`));
  const tooMany = await teacher.post(`${at}/learners/delete`, { learners: many });
  expect(tooMany.status).toBe(400);
});

test("a co-teacher has a link of their own, which the owner can take back", async () => {
  const { teacher, at, secret } = await openClass();
  const { told } = await teacher.post(`${at}/teachers`, { name: "Grace" });
  const made = responses.teacherAdded.parse(told);
  const grace = openBrowser();
  const entered = await grace.post(`${at}/enter`, { secret: made.secret });
  expect(responses.entered.parse(entered.told).owner).toBe(false);
  expect((await boardOf({ teacher: grace, at })).owner).toBe(false);
  expect((await boardOf({ teacher, at })).owner).toBe(true);
  const listed = responses.teachers.parse((await teacher.get(`${at}/teachers`)).told);
  expect(listed.teachers.map(({ id, name }) => [id, name])).toEqual([[made.id, "Grace"]]);
  expect((await teacher.remove(`${at}/teachers/${made.id}`)).status).toBe(204);
  expect((await grace.get(`${at}/board`)).status).toBe(403);
  const again = await grace.post(`${at}/enter`, { secret: made.secret });
  expect(again.status).toBe(403);
  expect((await openBrowser().post(`${at}/enter`, { secret })).status).toBe(200);
});

test("a class has at most twenty co-teachers", async () => {
  const { teacher, at } = await openClass();
  const add = () => teacher.post(`${at}/teachers`, { name: "Grace" });
  for (let n = 0; n < 20; n += 1) expect((await add()).status).toBe(201);
  expect((await add()).status).toBe(409);
});

test("a recovery code brings the owner back in, and voids link and code before", async () => {
  const { teacher, at, secret, recovery } = await openClass();
  expect(recovery).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  const back = openBrowser();
  const recover = (code: string, again = "one") =>
    back.post("/api/recover", { code, key: key(again) });
  const { status, told } = await recover(recovery.toLowerCase());
  expect(status).toBe(200);
  const opened = responses.opened.parse(told);
  expect((await back.get(`${at}/board`)).status).toBe(200);
  expect((await teacher.get(`${at}/board`)).status).toBe(403);
  expect((await openBrowser().post(`${at}/enter`, { secret })).status).toBe(403);
  // The same request again, because its answer was lost, gets the same answer.
  expect((await recover(recovery)).told).toEqual(told);
  const other = await recover(recovery, "two");
  expect([other.status, other.told.problem]).toEqual([
    404,
    "No class has this recovery code, or no longer: each is good for one recovery, and gives another.",
  ]);
  expect((await recover(opened.recovery, "three")).status).toBe(200);
});

test("of two renewals at once one link works, and the other is told so", async () => {
  const { teacher, at, secret, recovery } = await openClass();
  const second = openBrowser();
  await second.post(`${at}/enter`, { secret });
  const renewals = await Promise.all([
    teacher.post(`${at}/secret`),
    second.post(`${at}/secret`),
  ]);
  const statuses = renewals.map(({ status }) => status).toSorted();
  expect(statuses[0]).toBe(200);
  expect([403, 409]).toContain(statuses[1]);
  const won = renewals.find(({ status }) => status === 200);
  const renewed = responses.renewed.parse(won?.told).secret;
  expect((await openBrowser().post(`${at}/enter`, { secret: renewed })).status).toBe(200);
  const recoveries = await Promise.all(
    ["one", "two"].map((one) =>
      openBrowser().post("/api/recover", { code: recovery, key: key(one) }),
    ),
  );
  expect(recoveries.map(({ status }) => status).toSorted()).toEqual([200, 404]);
});

test("the owner gets another recovery code, also where the class had none", async () => {
  const { teacher, at, recovery } = await openClass();
  const { told } = await teacher.post(`${at}/recovery`);
  const renewed = responses.recovery.parse(told).recovery;
  const recover = (code: string) =>
    openBrowser().post("/api/recover", { code, key: key("k") });
  expect((await recover(recovery)).status).toBe(404);
  expect((await recover(renewed)).status).toBe(200);
});

test("no code and no secret of anybody stands in a file of the store", async () => {
  const opened = await openClass();
  const { teacher, at, secret, recovery } = opened;
  const { added } = await addRoster(opened, ["Ada"]);
  const co = responses.teacherAdded.parse(
    (await teacher.post(`${at}/teachers`, { name: "Grace" })).told,
  );
  const { browser } = await comeIn(added[0]?.code ?? "");
  const cookie = [...browser.cookies.values()][0]?.value ?? "";
  const codes = [recovery, added[0]?.code ?? ""].map((code) => code.replaceAll("-", ""));
  expect(cookie.length).toBeGreaterThanOrEqual(32);
  for (const name of ["classes.sqlite", "classes.sqlite-wal"]) {
    const bytes = await readFile(`${site.folder}/${name}`);
    for (const text of [secret, co.secret, cookie, ...codes]) {
      expect([name, text, bytes.includes(text)]).toEqual([name, text, false]);
    }
  }
});

test("a class’s name, door, approval and end are changed, the end by a year at most", async () => {
  const { teacher, at, code } = await openClass();
  const day = 86_400_000;
  const expires = Date.now() + 30 * day;
  const change = { name: " Class  6c ", door: "closed", approval: true, expires };
  const { told, headers } = await teacher.patch(at, change);
  expect(responses.changed.parse(told).class).toMatchObject({
    ...change,
    ...{ name: "Class 6c", code },
  });
  const age = /Max-Age=(\d+)/.exec(headers.getSetCookie()[0] ?? "")?.[1];
  expect(Math.abs(Number(age) - 30 * 86_400)).toBeLessThan(60);
  const bad = [
    ...[{ expires: Date.now() - 1 }, { expires: Date.now() + 366 * day }, { name: " " }],
    ...[{ door: "ajar" }, { approval: 1 }, { code: "AAAAAAAA" }, { expires: 1.5 }],
  ];
  for (const change of bad) expect((await teacher.patch(at, change)).status).toBe(400);
  expect((await boardOf({ teacher, at })).class).toMatchObject({ name: "Class 6c" });
});

test("a learner’s cookie lasts as long as their class, also once that is extended", async () => {
  const { teacher, learner, at } = await openSchool();
  const ageAt = async () => {
    const { headers } = await learner.get(`${at}/mine`);
    return Number(/Max-Age=(\d+)/.exec(headers.getSetCookie()[0] ?? "")?.[1]);
  };
  await teacher.patch(at, { expires: Date.now() + 86_400_000 });
  expect(Math.abs((await ageAt()) - 86_400)).toBeLessThan(60);
  await teacher.patch(at, { expires: Date.now() + 100 * 86_400_000 });
  expect(Math.abs((await ageAt()) - 100 * 86_400)).toBeLessThan(60);
});
