import { afterEach, beforeEach, expect, test } from "vitest";
import { addressOf } from "@/app/server/rate-limits";
import { type Browser, openBrowser } from "./browser";
import { joinClass, openClass, openSchool } from "./school";
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
  expect(told.problem).toMatch(/^Too many|^The board|^Answers/);
}

test("an address opens twenty classes an hour, and another one still can", async () => {
  const open = (address: string) =>
    openBrowser(address).post("/api/classes", { name: "5b" });
  for (let n = 0; n < 20; n += 1) expect((await open(school)).status).toBe(201);
  expectTooMany(await open(school));
  expect((await open("203.0.113.1")).status).toBe(201);
});

test("all addresses together open five hundred classes an hour", async () => {
  const open = (n: number) =>
    openBrowser(`10.0.${n >> 8}.${n & 255}`).post("/api/classes", { name: "5b" });
  for (let n = 0; n < 500; n += 1) expect((await open(n)).status).toBe(201);
  expectTooMany(await open(500));
});

test("an address tries thirty wrong codes, and then none", async () => {
  const { code } = await openClass();
  const wrong = code.startsWith("0") ? "1000-0000" : "0000-0000";
  const visitor = openBrowser(school);
  const join = (code: string) => visitor.post("/api/join", { code, name: "Ada" });
  for (let n = 0; n < 30; n += 1) expect((await join(wrong)).status).toBe(404);
  expectTooMany(await join(wrong));
  expectTooMany(await join(code));
  await joinClass(code, "Bo", "203.0.113.1");
});

test("a thousand learners join from one address within a minute", async () => {
  const { code } = await openClass();
  const start = performance.now();
  const names = Array.from({ length: 1000 }, (_, n) => `Learner ${n}`);
  await Promise.all(names.map((name) => joinClass(code, name, school)));
  expect(performance.now() - start).toBeLessThan(60_000);
});

test("an address tries thirty wrong private links, and then none", async () => {
  const { at, secret } = await openClass();
  const visitor = openBrowser(school);
  const enter = (secret: string) => visitor.post(`${at}/enter`, { secret });
  for (let n = 0; n < 30; n += 1) {
    expect((await enter("w".repeat(32))).status).toBe(403);
  }
  expectTooMany(await enter(secret));
  expect((await openBrowser().post(`${at}/enter`, { secret })).status).toBe(200);
});

test("a learner hands in and answers sixty times a minute, a mate still can", async () => {
  const { learner, at, code, assignment } = await openSchool();
  const { browser: mate } = await joinClass(code, "Bo");
  const hand = (browser: Browser, n: number) =>
    browser.post(`${at}/hand-in`, {
      key: `k${n % 9}-${"k".repeat(20)}`,
      assignment,
      packed: "A",
    });
  const send = (browser: Browser) => browser.post(`${at}/answers`, { answers: [] });
  for (let n = 0; n < 60; n += 1) {
    expect((await hand(learner, n)).status).toBeLessThan(202);
    expect((await send(learner)).status).toBe(400);
  }
  expectTooMany(await hand(learner, 60));
  expectTooMany(await send(learner));
  expect((await hand(mate, 0)).status).toBe(201);
});

test("a board is read a hundred and twenty times a minute", async () => {
  const { teacher, at } = await openClass();
  for (let n = 0; n < 120; n += 1) {
    expect((await teacher.get(`${at}/board`)).status).toBe(200);
  }
  expectTooMany(await teacher.get(`${at}/board`));
});

test("what the nearest proxy says is the address, one for each IPv6 customer", () => {
  const of = (told: string) =>
    addressOf(new Request("http://a.test", { headers: { "x-forwarded-for": told } }));
  expect(of("203.0.113.1, 198.51.100.7")).toBe("198.51.100.7");
  expect(of("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
  expect(of("2001:db8:1:2::9")).toBe("2001:db8:1:2");
  expect(of("2001:db8::9")).toBe("2001:db8:0:0");
  expect(of("::1")).toBe("0:0:0:0");
  expect(of("::ffff:198.51.100.7")).toBe("::ffff:198.51.100.7");
  expect(of("x".repeat(10_000)).length).toBe(40);
});
