import { expect, onTestFinished, test, vi } from "vitest";
import { classRoute } from "@/app/server/class-route";
import { logFault, tellAllAsJson, log as tellOf } from "@/app/server/log";
import { storeFault } from "@/app/server/store/store-fault";

/** All that was logged, as one text. */
function heard() {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  return () => logged.mock.calls.map(([line]) => String(line)).join("\n");
}

const coded = (code: string, message: string) =>
  Object.assign(new Error(message), { code });

test("the log says which request met a fault, and why, without ids and what was typed", async () => {
  const log = heard();
  const cause = coded("SQLITE_NOTADB", "file is not a database");
  const broken = classRoute(() => Promise.reject(storeFault("away", cause)));
  const url = "http://a.test/api/classes/abcdefghijklmnopqrstuv/mine?name=Ada";
  const answer = await broken(new Request(url), { params: Promise.resolve({}) });
  expect(answer.status).toBe(503);
  expect(log()).toContain("GET /api/classes/…/mine, store away: StoreFault");
  expect(log()).toContain("This site cannot reach its classes.");
  expect(log()).toContain("because of Error SQLITE_NOTADB: file is not a database");
  expect(log()).toContain("log.test.ts");
  expect(log()).not.toMatch(/abcdefgh|Ada/);
});

test("the log says what the store has found, beside what readers are told", () => {
  const log = heard();
  logFault("start", storeFault("newer", "tables 99, known 3"));
  expect(log()).toContain(
    "Classes, start: StoreFault: This site’s classes were kept by a",
  );
  expect(log()).toContain("because of StoreFault: tables 99, known 3");
});

test("systems may say what happened, and nobody what a person wrote", () => {
  const log = heard();
  logFault("a", coded("ENOSPC", "ENOSPC: no space left on device, write"));
  logFault("b", coded("57P01", "terminating connection due to administrator command"));
  logFault("c", coded("ECONNREFUSED", "connect ECONNREFUSED 127.0.0.1:5432"));
  logFault("d", coded("22P02", 'invalid input syntax for type bigint: "Ada"'));
  logFault("e", coded("ERR_INVALID_ARG_VALUE", "Received 'Ada'"));
  logFault("f", new TypeError("Ada is not a function"));
  logFault("g", "Ada");
  logFault("h", Object.assign(new TypeError("Ada"), { stack: undefined }));
  const lines = log().split("\n");
  const of = (where: string) =>
    lines.find((line) => line.startsWith(`Classes, ${where}:`));
  expect(of("a")).toContain("no space left on device");
  expect(of("b")).toContain("terminating connection");
  expect(of("c")).toContain("127.0.0.1:5432");
  expect(of("d")).toBe("Classes, d: Error 22P02");
  expect(of("e")).toBe("Classes, e: Error ERR_INVALID_ARG_VALUE");
  expect(of("f")).toBe("Classes, f: TypeError");
  expect(of("h")).toBe("Classes, h: TypeError");
  expect(of("g")).toBe("Classes, g: a thrown string");
  expect(log()).not.toContain("Ada");
});

/** What is written to the process's two streams while LOG_FORMAT is "json", as objects. */
function heardAsJson() {
  vi.stubEnv("LOG_FORMAT", "json");
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockReturnValue(true),
  );
  const { debug, info, log, warn, error } = console;
  const listeners = process.listeners("warning");
  onTestFinished(() => {
    vi.unstubAllEnvs();
    for (const stream of streams) stream.mockRestore();
    Object.assign(console, { debug, info, log, warn, error });
    process.removeAllListeners("warning");
    for (const listener of listeners) process.on("warning", listener);
    globalThis.nextPassTellsAsJson = undefined;
  });
  return () =>
    streams
      .flatMap(({ mock }) => mock.calls)
      .flatMap(([text]) => {
        expect(String(text)).toMatch(/^[^\n]+\n$/);
        const { time, ...event }: Record<string, string> = JSON.parse(String(text));
        expect(Number.isNaN(Date.parse(time ?? ""))).toBe(false);
        return [event];
      });
}

test("where JSON is asked for, each event is one line with its level and cause", () => {
  const events = heardAsJson();
  tellOf("info", "The site has ended.");
  logFault("start", storeFault("newer", "tables 99, known 3"));
  expect(events()).toEqual([
    { level: "info", message: "The site has ended." },
    {
      level: "error",
      message: "Classes, start",
      cause: expect.stringMatching(
        /^StoreFault: This[\s\S]*\n {2}because of StoreFault: tab/,
      ),
    },
  ]);
});

test("so is what Next and Node write, without ids, colours and what was typed", async () => {
  const events = heardAsJson();
  tellAllAsJson();
  tellAllAsJson();
  console.log("   \u001b[32m✓\u001b[39m", "Ready in 1s");
  console.log("");
  console.error(
    " ⨯ Failed to handle request for /api/classes/abcdefghijklmnopqrstuv/a?n=Ada",
  );
  console.error(new TypeError("Ada is no function"));
  console.warn("one\ntwo", { name: "Ada" });
  // Nobody reads it any more: to log that would fail in its turn, without an end.
  const unread = coded("EPIPE", "write EPIPE");
  for (const stream of [process.stdout, process.stderr]) stream.emit("error", unread);
  process.emitWarning("Something is old.");
  await new Promise(setImmediate);
  const told = events();
  expect(told).toEqual([
    { level: "info", message: "Ready in 1s" },
    { level: "error", message: "Failed to handle request for /api/classes/…/a" },
    {
      level: "error",
      message: "TypeError",
      cause: expect.stringContaining("log.test.ts"),
    },
    { level: "warn", message: "one", cause: "two an object" },
    { level: "warn", message: "Warning: Something is old." },
  ]);
});

test("where nothing is asked for, what others write stays as it is", () => {
  const before = console.error;
  tellAllAsJson();
  expect(console.error).toBe(before);
});
