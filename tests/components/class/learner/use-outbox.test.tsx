// @vitest-environment happy-dom
// The outbox of one page: what it sends, for whom, and when it tries again.
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { JoinedClass } from "@/components/class/joined-classes";
import type { OutboxState } from "@/components/class/learner/outbox";
import type { OutboxEntry } from "@/components/class/learner/outbox-entry";

type Handed = Omit<OutboxEntry, "key" | "at" | "refused">;

const minute = 60_000;

const joined = (learner: string, classId = "class-0"): JoinedClass => ({
  classId,
  className: "Biology 2b",
  learner,
  name: learner === "ada" ? "Ada" : "Bob",
  assignments: [],
});

const receipt = (packed: string, classId = "class-0"): Handed => ({
  classId,
  className: "Biology 2b",
  learner: "ada",
  name: "Ada",
  what: { kind: "receipt", assignment: "assignment-0", packed },
});

type Asked = { path: string; method: string | undefined; body: unknown; at: number };

const taken = () => Response.json({ id: "UmVjZWlwdC1udW1iZXIx" }, { status: 201 });

let asked: Asked[] = [];
let answer: () => Response = () => new Response(null, { status: 204 });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const body: unknown = JSON.parse(String(init.body ?? "null"));
    asked.push({ path, method: init.method, body, at: Date.now() });
    return answer();
  });
  asked = [];
  answer = taken;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  localStorage.clear();
});

const away = () => {
  throw new TypeError("fetch failed");
};

/** A page of its own: its modules are loaded anew, and it shows the outbox. */
async function openPage() {
  vi.resetModules();
  const classes = await import("@/components/class/joined-classes");
  const outbox = await import("@/components/class/learner/use-outbox");
  // A page that is left hears nothing more; here its window goes on.
  for (const target of [window, document]) {
    const listen = vi.spyOn(target, "addEventListener");
    onTestFinished(() => {
      for (const [name, listener] of listen.mock.calls) {
        target.removeEventListener(name, listener);
      }
      listen.mockRestore();
    });
  }
  const place = document.createElement("div");
  const root = createRoot(place);
  let state: OutboxState | null = null;
  function Shown() {
    state = outbox.useOutbox();
    return null;
  }
  onTestFinished(() => root.unmount());
  return {
    ...classes,
    ...outbox,
    show: (places = 1) =>
      flushSync(() =>
        root.render(
          Array.from({ length: places }, (_, key) => createElement(Shown, { key })),
        ),
      ),
    /** The outbox as a page that is not yet alive has it. */
    written() {
      renderToString(createElement(Shown));
      return state;
    },
    state: () => {
      if (!state) throw new Error("The outbox is not shown.");
      return state;
    },
  };
}

/** Lets what is under way come to its end. */
const settle = () => vi.advanceTimersByTimeAsync(0);

test("a page sends what waits as soon as it shows the outbox", async () => {
  const page = await openPage();
  page.keepJoined(joined("ada"));
  expect(page.addToOutbox(receipt("one"))).toBe("waiting");
  await settle();
  expect(asked).toEqual([]);
  page.show();
  await settle();
  const key = [...page.state().sent][0];
  expect(asked).toMatchObject([
    {
      path: "/api/classes/class-0/hand-in",
      method: "POST",
      body: { key, assignment: "assignment-0", packed: "one" },
    },
  ]);
  expect(page.state()).toMatchObject({ entries: [], sending: null, trouble: null });
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(asked).toHaveLength(1);
});

test("a frame that may use neither storage nor locks hands in all the same", async () => {
  const denied = () => Promise.reject(new DOMException("Denied.", "SecurityError"));
  vi.stubGlobal("navigator", { locks: { request: denied } });
  const blocked = () => {
    throw new DOMException("Denied.", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: blocked, setItem: blocked, clear: () => {} });
  const page = await openPage();
  page.keepJoined(joined("ada"));
  page.addToOutbox(receipt("one"));
  page.show();
  await settle();
  expect(asked).toMatchObject([{ path: "/api/classes/class-0/hand-in" }]);
  expect(page.state()).toMatchObject({ entries: [], trouble: null });
  expect(page.state().sent.size).toBe(1);
});

test("answers go to the class's answers", async () => {
  const page = await openPage();
  page.keepJoined(joined("ada"));
  const answers = [{ question: "first-pass", first: "0", latest: "1", at: 14 }];
  page.addToOutbox({ ...receipt(""), what: { kind: "answers", answers } });
  answer = () => new Response(null, { status: 204 });
  page.show();
  await settle();
  expect(asked).toMatchObject([
    { path: "/api/classes/class-0/answers", method: "POST", body: { answers } },
  ]);
  expect(page.state().sent.size).toBe(1);
});

test.each([
  ["joined the class as Bob", joined("bob")],
  ["left the class", null],
])("once this browser has %s, Ada's receipt is not sent", async (since, then) => {
  const page = await openPage();
  page.keepJoined(joined("ada"));
  page.addToOutbox(receipt("one"));
  page.addToOutbox(receipt("two", "class-1"));
  page.keepJoined(joined("ada", "class-1"));
  if (then) page.keepJoined(then);
  else page.forgetJoined("class-0");
  page.show();
  await settle();
  expect(asked.map(({ path }) => path)).toEqual(["/api/classes/class-1/hand-in"]);
  expect(page.state().entries.map(({ refused }) => refused)).toEqual([
    `It is Ada’s, and this browser has ${since} since.`,
  ]);
});

test("a server that is away is asked at pauses that double up to a minute", async () => {
  const page = await openPage();
  page.keepJoined(joined("ada"));
  page.addToOutbox(receipt("one"));
  answer = away;
  page.show();
  await vi.advanceTimersByTimeAsync(20 * minute);
  const pauses = asked.slice(1).map(({ at }, before) => at - (asked[before]?.at ?? 0));
  const meant = [2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => 1000 * seconds);
  for (const [at, pause] of meant.entries()) {
    expect(pauses[at]).toBeGreaterThanOrEqual(0.75 * pause);
    expect(pauses[at]).toBeLessThanOrEqual(1.25 * pause);
  }
  expect(Math.max(...pauses)).toBeLessThanOrEqual(1.25 * minute);
  expect(asked.length).toBeLessThan(40);
  // Not every browser's pauses are alike.
  expect(new Set(pauses.slice(5)).size).toBeGreaterThan(3);
  expect(page.state().trouble).toContain("cannot be reached");
  const before = asked.length;
  answer = taken;
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(asked).toHaveLength(before + 1);
  expect(page.state()).toMatchObject({ entries: [], trouble: null });
});

test("after a success the pauses begin anew, and the server's own wait is kept", async () => {
  const page = await openPage();
  page.keepJoined(joined("ada"));
  answer = away;
  page.addToOutbox(receipt("one"));
  page.show();
  await vi.advanceTimersByTimeAsync(10 * minute);
  answer = taken;
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(page.state().sent.size).toBe(1);
  answer = () =>
    Response.json(
      { problem: "Too often." },
      { status: 429, headers: { "Retry-After": "40" } },
    );
  asked = [];
  page.addToOutbox(receipt("two"));
  page.sendNow();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(22_000);
  expect(asked).toHaveLength(2);
  answer = away;
  asked = [];
  await vi.advanceTimersByTimeAsync(51_000);
  page.sendNow();
  await settle();
  const [first] = asked.slice(-1);
  await vi.advanceTimersByTimeAsync(2500);
  expect((asked.at(-1)?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1500);
  expect(asked.at(-1)).not.toBe(first);
});

const visible = (state: "visible" | "hidden") => {
  Object.defineProperty(document, "visibilityState", {
    configurable: true,
    value: state,
  });
  document.dispatchEvent(new Event("visibilitychange"));
};

test("a connection that is back and a page that is seen again try at once", async () => {
  const page = await openPage();
  page.keepJoined(joined("ada"));
  page.addToOutbox(receipt("one"));
  answer = away;
  page.show();
  await vi.advanceTimersByTimeAsync(10 * minute);
  const tries = async (happens: () => void) => {
    asked = [];
    happens();
    await settle();
    return asked.length;
  };
  expect(await tries(() => window.dispatchEvent(new Event("online")))).toBe(1);
  expect(await tries(() => visible("visible"))).toBe(1);
  expect(await tries(() => visible("hidden"))).toBe(0);
  // One timer runs at a time: a further try takes the place of the one that waits.
  asked = [];
  for (let time = 0; time < 5; time += 1) {
    page.sendNow();
    await settle();
  }
  await vi.advanceTimersByTimeAsync(2500);
  expect(asked).toHaveLength(6);
});

test("what another tab puts in or takes out is seen", async () => {
  const page = await openPage();
  page.keepJoined(joined("ada"));
  answer = away;
  page.show();
  await settle();
  page.addToOutbox(receipt("one"));
  await settle();
  const [entry] = page.state().entries;
  const name = `next-pass-outbox-${entry?.key}`;
  localStorage.removeItem(name);
  const told = (key: string | null) =>
    flushSync(() => void window.dispatchEvent(new StorageEvent("storage", { key })));
  told("something-else");
  expect(page.state().entries).toHaveLength(1);
  told(name);
  expect(page.state().entries).toEqual([]);
  localStorage.setItem(name, JSON.stringify(entry));
  told(null);
  expect(page.state().entries).toHaveLength(1);
});

test("leaving a class takes out what waits for it, and nothing else", async () => {
  const page = await openPage();
  page.show();
  await settle();
  page.addToOutbox(receipt("one"));
  page.addToOutbox(receipt("two", "class-1"));
  page.addToOutbox(receipt("three"));
  flushSync(() => page.clearOutboxOf("class-0"));
  expect(page.state().entries.map(({ classId }) => classId)).toEqual(["class-1"]);
  const [left] = page.state().entries;
  flushSync(() => page.removeFromOutbox(left?.key ?? ""));
  expect(page.state().entries).toEqual([]);
});

test.each(["with", "without"])("two sendings %s locks send once", async (locks) => {
  if (locks === "with") stubLocks();
  const page = await openPage();
  page.keepJoined(joined("ada"));
  page.addToOutbox(receipt("one"));
  page.sendNow();
  page.sendNow();
  await settle();
  expect(asked).toHaveLength(1);
});

/** What a browser does for its tabs: one job at a time of those with a name. */
function stubLocks() {
  const last = new Map<string, Promise<void>>();
  const request = (name: string, job: () => Promise<void>) => {
    const done = (last.get(name) ?? Promise.resolve()).then(job);
    last.set(name, done);
    return done;
  };
  vi.stubGlobal("navigator", { locks: { request } });
}

test("two tabs of a browser with locks send once", async () => {
  stubLocks();
  const pages = [await openPage(), await openPage()];
  pages[0]?.keepJoined(joined("ada"));
  pages[0]?.addToOutbox(receipt("one"));
  for (const page of pages) page.sendNow();
  await settle();
  expect(asked).toHaveLength(1);
});

test("once all went in nothing is tried any more", async () => {
  const page = await openPage();
  page.keepJoined(joined("ada"));
  page.addToOutbox(receipt("one"));
  page.show();
  await settle();
  expect(page.state().sent.size).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("a page that shows the outbox in two places tries once", async () => {
  const page = await openPage();
  page.keepJoined(joined("ada"));
  page.addToOutbox(receipt("one"));
  answer = away;
  page.show(2);
  await settle();
  expect(asked).toHaveLength(1);
  window.dispatchEvent(new Event("online"));
  await settle();
  expect(asked).toHaveLength(2);
});

test("before the page is alive the outbox is empty", async () => {
  const page = await openPage();
  page.addToOutbox(receipt("one"));
  expect(page.written()).toEqual({
    ...{ entries: [], sent: new Set(), unkept: new Set() },
    ...{ sending: null, trouble: null },
  });
});
