import { afterEach, beforeEach, expect, test } from "vitest";
import { responses } from "@/content/class/messages";
import { type Browser, openBrowser } from "./browser";
import { joinClass, link, openClass, openSchool } from "./school";
import { openSite } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
beforeEach(async () => {
  site = await openSite(1);
});
afterEach(() => site.close());

const school = "198.51.100.7";

function expectTooMany({ status, headers, told }: Awaited<ReturnType<Browser["get"]>>) {
  expect(status).toBe(429);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  expect(told.problem).toMatch(/^Too m|^The board|^Answers|^Receipts/);
}

test("an address opens twenty classes an hour, and another one still can", async () => {
  const open = (address: string) =>
    openBrowser(address).post("/api/classes", { name: "5b" });
  for (let n = 0; n < 20; n += 1) expect((await open(school)).status).toBe(201);
  expectTooMany(await open(school));
  expect((await open("203.0.113.1")).status).toBe(201);
});

test("openings of very many addresses stop no teacher", async () => {
  const open = (n: number) =>
    openBrowser(`10.0.${n >> 8}.${n & 255}`).post("/api/classes", { name: "5b" });
  for (let n = 0; n < 520; n += 1) expect((await open(n)).status).toBe(201);
  await openClass("5c", "203.0.113.1");
});

test("wrong codes are counted, and never keep a right one out", async () => {
  const { code } = await openClass();
  const wrong = code.startsWith("0") ? "1000-0000" : "0000-0000";
  const visitor = openBrowser(school);
  const join = (code: string) => visitor.post("/api/join", { code, name: "Ada" });
  for (let n = 0; n < 30; n += 1) expect((await join(wrong)).status).toBe(404);
  for (let n = 0; n < 1000; n += 1) expectTooMany(await join(wrong));
  expect((await join(code)).status).toBe(200);
});

test("a thousand learners join from one address within a minute", async () => {
  const { code } = await openClass();
  const start = performance.now();
  const names = Array.from({ length: 1000 }, (_, n) => `Learner ${n}`);
  await Promise.all(names.map((name) => joinClass(code, name, school)));
  expect(performance.now() - start).toBeLessThan(60_000);
});

test("wrong private links are counted, and never keep the right one out", async () => {
  const { at, secret } = await openClass();
  const visitor = openBrowser(school);
  const enter = (secret: string) => visitor.post(`${at}/enter`, { secret });
  for (let n = 0; n < 30; n += 1) {
    expect((await enter("w".repeat(32))).status).toBe(403);
  }
  expectTooMany(await enter("w".repeat(32)));
  expect((await enter(secret)).status).toBe(200);
});

const handIn = (at: string, browser: Browser, assignment: string, n: number) =>
  browser.post(`${at}/hand-in`, {
    key: `k${n}-${"k".repeat(20)}`,
    assignment,
    packed: `A${n}`,
  });

test("a learner hands in sixty receipts a minute, and a mate still can", async () => {
  const { learner, teacher, at, code, assignment } = await openSchool();
  const more = { link: link.replace("passes=30", "passes=31") };
  const { told } = await teacher.post(`${at}/assignments`, more);
  const { id: other } = responses.assigned.parse(told);
  const { browser: mate } = await joinClass(code, "Bo");
  const hand = (n: number) => handIn(at, learner, n < 40 ? assignment : other, n);
  for (let n = 0; n < 60; n += 1) expect((await hand(n)).status).toBe(201);
  expectTooMany(await hand(60));
  // One that was taken is told so, however much was.
  expect((await hand(0)).status).toBe(200);
  expect((await handIn(at, mate, assignment, 0)).status).toBe(201);
});

test("receipts that are sent again and again cost nobody’s budget", async () => {
  const { learner, at, code, assignment } = await openSchool();
  const { browser: mate } = await joinClass(code, "Bo");
  const large = (browser: Browser, n: number, letters: number) =>
    browser.post(`${at}/hand-in`, {
      key: `k${n}-${"k".repeat(20)}`,
      assignment,
      packed: "A".repeat(letters),
    });
  expect((await large(learner, 0, 400_000)).status).toBe(201);
  // As many letters as a learner may hand in in an hour.
  for (let n = 0; n < 30; n += 1) {
    expect((await large(learner, 0, 400_000)).status).toBe(200);
  }
  expect((await large(learner, 1, 400_000)).status).toBe(201);
  expect((await large(mate, 0, 400_000)).status).toBe(201);
});

test("a learner hands in no more letters than an hour has, and a mate still can", async () => {
  const { learner, at, code, assignment } = await openSchool();
  const { browser: mate } = await joinClass(code, "Bo");
  const packed = "A".repeat(400_000);
  const hand = (browser: Browser, n: number) =>
    browser.post(`${at}/hand-in`, {
      key: `k${n}-${"k".repeat(20)}`,
      assignment,
      packed,
    });
  let taken = 0;
  for (let n = 0; n < 30; n += 1) {
    if ((await hand(learner, n)).status === 201) taken += packed.length;
  }
  expect(taken).toBe(10e6);
  expect((await hand(mate, 0)).status).toBe(201);
});

test("a learner sends receipts six hundred times a minute", async () => {
  const { learner, at, assignment } = await openSchool();
  for (let n = 0; n < 600; n += 1) {
    expect((await handIn(at, learner, assignment, 0)).status).toBeLessThan(202);
  }
  expectTooMany(await handIn(at, learner, assignment, 0));
});

test("a learner sends answers sixty times a minute, a mate still can", async () => {
  const { learner, at, code } = await openSchool();
  const { browser: mate } = await joinClass(code, "Bo");
  const send = (browser: Browser) => browser.post(`${at}/answers`, { answers: [] });
  for (let n = 0; n < 60; n += 1) expect((await send(learner)).status).toBe(400);
  expectTooMany(await send(learner));
  expect((await send(mate)).status).toBe(400);
});

test("a board is read a hundred and twenty times a minute", async () => {
  const { teacher, at } = await openClass();
  for (let n = 0; n < 120; n += 1) {
    expect((await teacher.get(`${at}/board`)).status).toBe(200);
  }
  expectTooMany(await teacher.get(`${at}/board`));
});
