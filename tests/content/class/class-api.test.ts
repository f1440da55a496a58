import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  mayRetry,
  openClass,
  readBoard,
  renewSecret,
  retryPause,
} from "@/content/class/class-api";

let answer: RequestListener = () => {};
const server = createServer((request, response) => answer(request, response));
const plainFetch = globalThis.fetch;
let origin = "";

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  // A page's own addresses begin with a slash.
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    plainFetch(`${origin}${path}`, init),
  );
});

afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});

function answers(status: number, body: string, headers: Record<string, string> = {}) {
  answer = (_, response) => {
    response.writeHead(status, headers).end(body);
  };
}

const json = { "Content-Type": "application/json" };

test("an answer of the right shape is given", async () => {
  const secret = "VXTHDD2_mi-P4a-_vKHVMlOjBy9_9kID";
  let asked = "";
  answer = (request, response) => {
    asked = `${request.method} ${request.url}`;
    response.writeHead(200, json).end(JSON.stringify({ secret }));
  };
  expect(await renewSecret("class/../0")).toEqual({ ok: true, value: { secret } });
  expect(asked).toBe("POST /api/classes/class%2F..%2F0/secret");
});

test("a problem is told in the server's own sentence, with how long to wait", async () => {
  answers(429, JSON.stringify({ problem: "Too often." }), {
    ...json,
    "Retry-After": "7",
  });
  const found = await readBoard("class", 0);
  expect(found).toEqual({ ok: false, status: 429, problem: "Too often.", wait: 7000 });
});

test("a site without a server is told from one that is away", async () => {
  answers(404, "<!doctype html><h1>Not found</h1>", { "Content-Type": "text/html" });
  const none = await openClass("Biology");
  expect(none).toMatchObject({ ok: false, status: 404 });
  expect(none).toHaveProperty("problem", expect.stringContaining("without a server"));
  answers(200, "<!doctype html><h1>Next Pass</h1>", { "Content-Type": "text/html" });
  expect(await openClass("Biology")).toEqual(none);
  answers(502, "<h1>Bad gateway</h1>", { "Content-Type": "text/html" });
  expect(await openClass("Biology")).toMatchObject({
    status: 502,
    problem: expect.stringContaining("cannot be reached"),
  });
});

test("no connection is a sentence, and no exception", async () => {
  answer = (request) => request.socket.destroy();
  expect(await readBoard("class", 0)).toMatchObject({
    ok: false,
    status: 0,
    problem: expect.stringContaining("cannot be reached"),
  });
});

test("an answer of another shape is not taken", async () => {
  for (const body of ["null", "[]", "{}", '{"secret":"short"}', '"secret"']) {
    answers(200, body, json);
    expect(await renewSecret("class"), body).toMatchObject({
      ok: false,
      problem: expect.stringContaining("could not be read"),
    });
  }
});

test("a request is tried again where that may help, and nowhere else", () => {
  const statuses = [0, 200, 400, 401, 403, 404, 408, 409, 413, 415, 425, 429, 500, 503];
  expect(statuses.filter(mayRetry)).toEqual([0, 200, 408, 425, 429, 500, 503]);
});

test("tries come ever more seldom, once a minute at last, and when the server says", () => {
  const pauses = [0, 1, 2, 4, 5, 100].map((failures) => retryPause(2000, failures, null));
  expect(pauses).toEqual([2000, 4000, 8000, 32_000, 60_000, 60_000]);
  expect(retryPause(2000, 0, 5000)).toBe(5000);
  expect(retryPause(2000, 5, 300_000)).toBe(300_000);
});
