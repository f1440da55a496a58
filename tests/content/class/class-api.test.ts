import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as api from "@/content/class/class-api";
import * as roster from "@/content/class/roster-api";

const { mayRetry, openClass, readBoard, renewSecret, retryPause } = api;

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

const key = "0123456789abcdefghij";
const receipt = { key, assignment: key, packed: "p" };
const given = { question: "q", first: "a", latest: "b", at: 1, took: null };
const tried = { question: "q", try: 1, text: "a", took: null };
const mark = { points: 1, verdict: null, reason: "r", comment: "c" };
const ada = { name: "Ada" };

/** Every request, and the method, the path inside the class and the body that it sends. */
const sent: readonly [work: () => Promise<unknown>, asked: string, body?: unknown][] = [
  [() => api.openClass("5b"), "POST /api/classes", { name: "5b" }],
  [
    () => api.openClass("5b", { door: "roster", approval: true }),
    "POST /api/classes",
    { name: "5b", door: "roster", approval: true },
  ],
  [() => api.enterClass("c", "s"), "POST /enter", { secret: "s" }],
  [() => api.renewSecret("c"), "POST /secret", {}],
  [() => api.deleteClass("c"), "DELETE "],
  [() => api.readBoard("c", 7), "GET /board?since=7"],
  [() => api.readAnswers("c"), "GET /answers"],
  [() => api.addAssignment("c", "l"), "POST /assignments", { link: "l" }],
  [
    () => api.changeAssignment("c", "a", { closes: null }),
    "PATCH /assignments/a",
    { closes: null },
  ],
  [() => api.deleteAssignment("c", "a"), "DELETE /assignments/a"],
  [() => api.deleteLearner("c", "l"), "DELETE /learners/l"],
  [() => api.joinClass({ code: "C", key }), "POST /api/join", { code: "C", key }],
  [() => api.readMine("c"), "GET /mine"],
  [() => api.renewOwnCode("c"), "POST /mine/code", {}],
  [() => api.leaveClass("c"), "DELETE /mine"],
  [() => api.handIn("c", receipt), "POST /hand-in", receipt],
  [
    () => api.putAnswers("c", { answers: [given] }),
    "POST /answers",
    { answers: [given] },
  ],
  [() => api.readReceipt("c", "r"), "GET /receipts/r"],
  [() => api.readGraded("c"), "GET /graded"],
  [() => api.readQuiz("c", "a"), "GET /assignments/a/quiz"],
  [() => api.startQuiz("c", "a"), "POST /assignments/a/quiz", {}],
  [() => api.answerQuiz("c", "a", tried), "POST /assignments/a/quiz/answers", tried],
  [() => api.handInQuiz("c", "a"), "POST /assignments/a/quiz/hand-in", {}],
  [() => api.readQuizzes("c"), "GET /quiz"],
  [() => roster.changeClass("c", ada), "PATCH ", ada],
  [() => roster.recoverClass("C", key), "POST /api/recover", { code: "C", key }],
  [() => roster.renewRecovery("c"), "POST /recovery", {}],
  [() => roster.readTeachers("c"), "GET /teachers"],
  [() => roster.addTeacher("c", "Ada"), "POST /teachers", ada],
  [() => roster.removeTeacher("c", "t"), "DELETE /teachers/t"],
  [() => roster.addRoster("c", [ada], key), "POST /roster", { learners: [ada], key }],
  [() => roster.renewCodes("c", ["l"]), "POST /codes", { learners: ["l"], ends: false }],
  [
    () => roster.renewCodes("c", ["l"], true),
    "POST /codes",
    { learners: ["l"], ends: true },
  ],
  [() => roster.renewCode("c", "l"), "POST /learners/l/code", { ends: false }],
  [() => roster.renewCode("c", "l", true), "POST /learners/l/code", { ends: true }],
  [() => roster.approveLearner("c", "l"), "POST /learners/l/approve", {}],
  [
    () => roster.changeLearner("c", "l", { section: "B" }),
    "PATCH /learners/l",
    { section: "B" },
  ],
  [
    () => roster.deleteLearners("c", ["l", "m"]),
    "POST /learners/delete",
    { learners: ["l", "m"] },
  ],
  [
    () => roster.extendFor("c", "a", "l", null),
    "PUT /assignments/a/extensions/l",
    { due: null },
  ],
  [() => roster.markLearner("c", "a", "l", mark), "PUT /assignments/a/marks/l", mark],
  [() => roster.unmarkLearner("c", "a", "l"), "DELETE /assignments/a/marks/l"],
  [() => roster.copyClass("c", "6b"), "POST /copy", { name: "6b" }],
];

test("each request is sent by its method, to its path, with its body as JSON", async () => {
  let asked: unknown;
  answer = async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    const body = text === "" ? undefined : JSON.parse(text);
    asked = [`${request.method} ${request.url}`, body, request.headers["content-type"]];
    response.writeHead(204).end();
  };
  for (const [work, wanted, body] of sent) {
    await work();
    const [method, path = ""] = wanted.split(" ");
    const whole = path.startsWith("/api/") ? path : `/api/classes/c${path}`;
    const type = body === undefined ? undefined : "application/json";
    expect(asked).toEqual([`${method} ${whole}`, body, type]);
  }
});

test("a class’s file is sent as it is", async () => {
  let asked: unknown;
  answer = async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { "content-type": type } = request.headers;
    asked = [request.method, request.url, type, Buffer.concat(parts).toString()];
    response.writeHead(204).end();
  };
  await roster.restoreClass(new Blob(["packed"]));
  expect(asked).toEqual([
    ...["POST", "/api/classes/restore", "application/gzip", "packed"],
  ]);
  expect(roster.exportPath("c/d")).toBe("/api/classes/c%2Fd/export");
});

test("an answer without a body is that it was done", async () => {
  answers(204, "");
  expect(await api.leaveClass("c")).toEqual({ ok: true, value: {} });
  answers(500, "");
  expect(await api.leaveClass("c")).toMatchObject({
    ...{ ok: false, status: 500 },
    problem: expect.stringContaining("cannot be reached"),
  });
});

test("a server that has only files has no classes", async () => {
  answers(501, "<h1>Unsupported method</h1>");
  expect(await openClass("Biology")).toMatchObject({
    status: 404,
    problem: expect.stringContaining("without a server"),
  });
});

test.each([
  ["0", 0],
  ["1.5", 1500],
  ["-1", null],
  ["Wed, 21 Oct 2015 07:28:00 GMT", null],
])("where the server says to wait for %s", async (after, wait) => {
  answers(503, JSON.stringify({ problem: "Away." }), { ...json, "Retry-After": after });
  expect(await readBoard("c", 0)).toMatchObject({ problem: "Away.", wait });
});

test("a problem in no known shape is one of another version", async () => {
  answers(400, JSON.stringify({ error: "?" }), json);
  expect(await readBoard("c", 0)).toEqual({
    ...{ ok: false, status: 400, wait: null },
    problem: expect.stringContaining("could not be read"),
  });
});

test("a key is forty hexadecimal digits, and no two are alike", () => {
  const keys = Array.from({ length: 50 }, () => api.newKey());
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{40}$/);
  expect(new Set(keys).size).toBe(50);
});
