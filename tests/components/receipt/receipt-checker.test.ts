import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type {
  CheckReport,
  CheckRequest,
  ToCheck,
} from "@/components/receipt/check-report";
import { createReceiptChecker } from "@/components/receipt/receipt-checker";

/** A worker of the page, told to and heard by hand: no browser's is to be had here. */
function fakeWorker() {
  const target = new EventTarget();
  const requests: CheckRequest[] = [];
  let ended = false;
  const worker = Object.assign(target, {
    postMessage: (request: CheckRequest) => void requests.push(request),
    terminate() {
      ended = true;
    },
  });
  return {
    worker,
    requests,
    isEnded: () => ended,
    say: (report: CheckReport) =>
      target.dispatchEvent(new MessageEvent("message", { data: report })),
    fail: (message: string) =>
      target.dispatchEvent(Object.assign(new Event("error"), { message })),
  };
}

let workers: ReturnType<typeof fakeWorker>[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  vi.stubGlobal("Worker", function Worker() {
    const made = fakeWorker();
    workers.push(made);
    return made.worker;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const failed: CheckReport = { kind: "problem", problem: "Not readable.", again: false };
/** A receipt to check, as it comes in a mail to somebody who gives no link. */
const toCheck = (packed: string): ToCheck => ({
  packed,
  known: { given: null, sent: [] },
  handedIn: null,
});

const alive: CheckReport = { kind: "replayed", share: 0.5 };

function listening() {
  const heard: [id: number, kind: string, problem?: string][] = [];
  const checker = createReceiptChecker((id, report) => {
    heard.push(
      report.kind === "problem" ? [id, report.kind, report.problem] : [id, report.kind],
    );
  });
  return { checker, heard };
}

test("two workers check at a time, and the third receipt waits for a free one", () => {
  const { checker, heard } = listening();
  for (const id of [1, 2, 3]) checker.add(id, toCheck(`packed ${id}`));
  expect(workers).toHaveLength(2);
  expect(heard).toEqual([
    [1, "begun"],
    [2, "begun"],
  ]);
  workers[1]?.say(failed);
  expect(heard.slice(2)).toEqual([
    [2, "problem", "Not readable."],
    [3, "begun"],
  ]);
  expect(workers[1]?.requests).toEqual([
    { kind: "check", ...toCheck("packed 2") },
    { kind: "check", ...toCheck("packed 3") },
  ]);
});

test("a worker that hangs is ended and replaced, and its receipt can be tried again", () => {
  const { checker, heard } = listening();
  checker.add(1, toCheck("one"));
  vi.advanceTimersByTime(40_000);
  workers[0]?.say(alive);
  vi.advanceTimersByTime(60_000);
  expect(workers[0]?.isEnded()).toBe(false);
  checker.add(2, toCheck("two"));
  checker.add(3, toCheck("three"));
  vi.advanceTimersByTime(1000);
  expect(workers[0]?.isEnded()).toBe(true);
  expect(heard.at(-2)).toEqual([1, "problem", "The check no longer answers. Try again."]);
  expect(heard.at(-1)).toEqual([3, "begun"]);
  expect(workers).toHaveLength(3);
  expect(workers[2]?.requests).toEqual([{ kind: "check", ...toCheck("three") }]);
  const before = heard.length;
  workers[0]?.say(alive);
  expect(heard).toHaveLength(before);
});

test("a worker that has nothing to check may be silent as long as it likes", () => {
  const { checker } = listening();
  checker.add(1, toCheck("one"));
  workers[0]?.say(failed);
  vi.advanceTimersByTime(600_000);
  expect(workers[0]?.isEnded()).toBe(false);
  checker.add(2, toCheck("two"));
  expect(workers).toHaveLength(1);
});

test("a second worker that cannot be loaded leaves its receipt to the first", () => {
  const { checker, heard } = listening();
  checker.add(1, toCheck("one"));
  checker.add(2, toCheck("two"));
  workers[0]?.say(alive);
  workers[1]?.fail("");
  expect(workers[1]?.isEnded()).toBe(true);
  expect(heard.filter(([, kind]) => kind === "problem")).toEqual([]);
  workers[0]?.say(failed);
  expect(workers[0]?.requests.at(-1)).toEqual({ kind: "check", ...toCheck("two") });
  checker.clear();
  expect(workers[0]?.isEnded()).toBe(true);
});

test("the first worker that cannot be loaded is told of, once", () => {
  const { checker, heard } = listening();
  checker.add(1, toCheck("one"));
  workers[0]?.fail("");
  workers[0]?.fail("");
  expect(heard).toEqual([
    [1, "begun"],
    [1, "problem", "The check could not be loaded. Try again once you are online."],
  ]);
});
