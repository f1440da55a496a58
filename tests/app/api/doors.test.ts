import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { classRoute } from "@/app/server/class-route";
import { closeClassServer } from "@/app/server/class-server";
import { storeFault } from "@/app/server/store/store-fault";
import { openBrowser } from "./browser";
import { openClass, openSchool } from "./school";
import { openSite, served } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite(1000);
});
afterAll(() => site.close());
afterEach(() => vi.restoreAllMocks());

const url = "http://school.test/api/classes";

type Sent = { headers?: Record<string, string>; body?: BodyInit };

const post = (path: string, { headers, body }: Sent) =>
  served(
    new Request(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      ...(body !== undefined && { body, duplex: "half" }),
    }),
  );

const name = JSON.stringify({ name: "5b" });

test("a page of another site cannot write", async () => {
  const others: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { origin: "http://evil.test" },
    { origin: "http://school.test.evil.test" },
    { origin: "null" },
    { origin: "" },
    { origin: "http://school.test", "sec-fetch-site": "cross-site" },
    { origin: "http://school.test:81" },
  ];
  for (const headers of others) {
    const { status } = await post(url, { headers, body: name });
    expect({ headers, status }).toEqual({ headers, status: 403 });
  }
  const own: Record<string, string>[] = [
    {},
    { "sec-fetch-site": "same-origin" },
    { origin: "http://school.test" },
    { origin: "https://course.test", "x-forwarded-host": "course.test" },
    { origin: "https://course.test", host: "course.test" },
  ];
  for (const headers of own) {
    expect((await post(url, { headers, body: name })).status).toBe(201);
  }
});

test("only JSON in UTF-8 is read", async () => {
  for (const type of ["text/plain", "application/json; charset=latin1", "", "json"]) {
    const headers = { "content-type": type };
    expect((await post(url, { headers, body: name })).status).toBe(415);
  }
  const headers = { "content-type": "Application/JSON; charset=UTF-8" };
  expect((await post(url, { headers, body: name })).status).toBe(201);
  const bodies = ["", "{", "{}x", "[]", "null", '{"name":"a","more":1}', '"5b"'];
  for (const body of bodies) expect((await post(url, { body })).status).toBe(400);
  const latin = Buffer.from('{"name":"\xe9"}', "latin1");
  expect((await post(url, { body: latin })).status).toBe(400);
});

test("a body that is too long is not read to its end", async () => {
  let pulled = 0;
  const body = new ReadableStream({
    pull(controller) {
      pulled += 4096;
      controller.enqueue(new Uint8Array(4096).fill(32));
    },
  });
  const { status } = await post(url, { body });
  expect(status).toBe(413);
  expect(pulled).toBeLessThan(40_000);
  const headers = { "content-length": "8001" };
  expect((await post(url, { headers, body: name })).status).toBe(413);
});

test("a body that breaks off is told to have", async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"na'));
      controller.error(new Error("The connection was lost."));
    },
  });
  const answer = await post(url, { body });
  const { problem } = await answer.json();
  expect([answer.status, problem]).toEqual([
    400,
    "The request broke off before its end.",
  ]);
});

test("a receipt is read up to its limit and no further", async () => {
  const { learner, at, assignment } = await openSchool();
  const hand = (length: number) =>
    learner.post(`${at}/hand-in`, {
      key: `key-${length}-${"k".repeat(12)}`,
      assignment,
      packed: "A".repeat(length),
    });
  expect((await hand(400_000)).status).toBe(201);
  expect((await hand(400_001)).status).toBe(400);
  expect((await hand(520_000)).status).toBe(413);
  const odd = { key: "k".repeat(20), assignment, packed: "a\u0000b" };
  expect((await learner.post(`${at}/hand-in`, odd)).status).toBe(400);
});

test("who is not in a class has no body read", async () => {
  const { at } = await openClass();
  let pulled = 0;
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(4096));
    },
  });
  const { status } = await post(`http://school.test${at}/hand-in`, { body });
  expect(status).toBe(403);
  expect(pulled).toBeLessThanOrEqual(1);
});

test("a fault is told in a sentence, and logged without what people typed", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const fail = (error: Error) =>
    classRoute(() => Promise.reject(error))(new Request(url), {
      params: Promise.resolve(),
    });
  const full = await fail(storeFault("full", new Error("Ada")));
  expect(full.status).toBe(507);
  expect(await full.json()).toEqual({ problem: storeFault("full", null).message });
  const busy = await fail(storeFault("busy", new Error("Ada")));
  expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "5"]);
  const away = await fail(storeFault("away", new Error("Ada")));
  expect([away.status, away.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(full.headers.get("retry-after")).toBe(null);
  const broken = await fail(new TypeError("Ada cannot be read."));
  expect(broken.status).toBe(500);
  expect(await broken.text()).not.toContain("Ada");
  expect(broken.headers.get("cache-control")).toBe("no-store");
  expect(logged).toHaveBeenCalledTimes(4);
  expect(logged.mock.calls.join()).toContain("TypeError");
  expect(logged.mock.calls.join()).not.toContain("Ada");
});

test("a store that cannot be opened is told, and opened again when it can", async () => {
  await closeClassServer();
  const { folder } = site;
  process.env.COURSE_DATA_DIR = "/dev/null/classes";
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const answer = await openBrowser().post("/api/classes", { name: "Nobody’s" });
  expect(answer.status).toBe(503);
  expect(answer.told.problem).toMatch(/This site .*\./);
  expect(logged.mock.calls.join()).toContain("StoreFault");
  expect(logged.mock.calls.join()).not.toContain("Nobody’s");
  process.env.COURSE_DATA_DIR = folder;
  await site.open();
  const again = await openBrowser().post("/api/classes", { name: "5b" });
  expect(again.status).toBe(201);
});
