// How a launch hands over who arrives, and how a frame proves it.
import { afterEach, expect, test, vi } from "vitest";
import type { FrameSession } from "@/content/class/frame-session";
import { arrivalIn, arrivalPath } from "@/content/lti/arrival";

const session: FrameSession = {
  ...{ classId: "c".repeat(22), role: "learner", secret: "s".repeat(32) },
  to: "/labs/network?assignment=1&title=Two+arms&note=%23%26",
};

const hashOf = (path: string) => path.slice(path.indexOf("#"));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test("who arrives is read as they were written", () => {
  const path = arrivalPath(session);
  expect(path).toMatch(/^\/embed\/lti#class=c/);
  expect(arrivalIn(hashOf(path))).toEqual(session);
});

test("what leads elsewhere, or to nobody, is no arrival", () => {
  const wrong: Partial<Record<keyof FrameSession, string>>[] = [
    ...[{ to: "https://evil.test/" }, { to: "//evil.test/" }, { to: "/\\evil.test" }],
    ...[{ to: "javascript:alert(1)" }, { to: "" }, { role: "owner" }],
    ...[{ classId: "../x" }, { secret: "short" }],
  ];
  for (const change of wrong) {
    const { classId, ...told } = { ...session, ...change };
    const hash = `#${new URLSearchParams({ class: classId, ...told })}`;
    expect([change, arrivalIn(hash)]).toEqual([change, null]);
  }
  expect(arrivalIn("")).toBeNull();
  expect(arrivalIn("#class=x")).toBeNull();
});

/** The module as a new document loads it. */
const load = () => import("@/content/class/frame-session");

test("a frame’s proof goes with the requests of its class alone", async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  const before = await load();
  expect(before.sessionHeaders(`/api/classes/${session.classId}/mine`)).toEqual({});
  before.keepFrameSession(session);
  vi.resetModules();
  const { sessionHeaders, frameSession } = await load();
  expect(frameSession()).toEqual(session);
  const headers = { Authorization: `Bearer ${session.secret}` };
  const at = `/api/classes/${session.classId}`;
  for (const path of [at, `${at}/mine`, `${at}/board?since=0`]) {
    expect(sessionHeaders(path)).toEqual(headers);
  }
  for (const path of [`${at}x/mine`, "/api/classes", "/api/join", `/api/x/${at}`]) {
    expect(sessionHeaders(path)).toEqual({});
  }
});

test("where storage is blocked the proof lasts as long as the page", async () => {
  const blocked = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  vi.stubGlobal("sessionStorage", { getItem: blocked, setItem: blocked });
  const { frameSession, keepFrameSession } = await load();
  expect(frameSession()).toBeNull();
  keepFrameSession(session);
  expect(frameSession()).toEqual(session);
});
