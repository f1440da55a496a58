// @vitest-environment happy-dom
// The page where who comes from an LMS arrives: in a window, and in a frame.
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { arrivalPath } from "@/content/lti/arrival";

const gone = { replace: vi.fn() };

vi.mock("next/navigation", () => ({ useRouter: () => gone }));

const classId = "c".repeat(22);
const secret = "s".repeat(32);
const learner = { learner: "l".repeat(22), name: "Ada", waiting: false };
const lab = "/labs/network?assignment=1&title=T";

type Asked = { path: string; authorization: string | null; body: unknown };

let asked: Asked[] = [];
let refuses = false;

beforeEach(() => {
  asked = [];
  refuses = false;
  localStorage.clear();
  sessionStorage.clear();
  vi.resetModules();
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const authorization = new Headers(init.headers).get("authorization");
    const body = init.body ? JSON.parse(String(init.body)) : null;
    asked.push({ path, authorization, body });
    if (refuses) return Response.json({ problem: "Not now." }, { status: 503 });
    if (path === "/api/lti/enter") {
      const who = body.role === "learner" ? learner : {};
      return Response.json({ role: body.role, classId, className: "Physics", ...who });
    }
    const assignments = [{ id: "a".repeat(22), link: lab, created: 1, closes: null }];
    return Response.json({
      ...{ className: "Physics", expires: 9e12, assignments, ...learner },
      ...{ receipts: [], quizzes: [], extensions: [], marks: [] },
      ...{ section: null, studentId: null, measured: false, declines: false },
    });
  });
  gone.replace.mockReset();
});
afterEach(() => vi.unstubAllGlobals());

/** Shows the page as a launch opens it; `framed`: within another page. */
async function arrive(role: "teacher" | "learner", to: string, framed: boolean) {
  const path = arrivalPath({ classId, role, secret, to });
  window.history.replaceState(null, "", path);
  const left = vi.spyOn(window.location, "replace").mockImplementation(() => {});
  if (framed) vi.spyOn(window, "parent", "get").mockReturnValue({} as typeof window);
  const { Arrival } = await import("@/components/lti/arrival");
  const place = document.createElement("div");
  const root = createRoot(place);
  root.render(createElement(Arrival));
  onTestFinished(() => {
    root.unmount();
    vi.restoreAllMocks();
  });
  return { place, left };
}

const stored = () => JSON.parse(localStorage.getItem("next-pass-classes") ?? "[]");

test("in a window a learner joins the class and goes on to the assignment", async () => {
  const { left } = await arrive("learner", lab, false);
  await vi.waitFor(() => expect(left).toHaveBeenCalledWith(lab));
  expect(window.location.hash).toBe("");
  expect(asked.map(({ path, authorization }) => [path, authorization])).toEqual([
    ["/api/lti/enter", null],
    [`/api/classes/${classId}/mine`, null],
  ]);
  expect(asked[0]?.body).toEqual({ classId, role: "learner", secret });
  expect(stored()).toMatchObject([
    { classId, className: "Physics", name: "Ada", assignments: [{ link: lab }] },
  ]);
  expect(gone.replace).not.toHaveBeenCalled();
});

test("in a frame the lab opens in the frame, and each request proves who asks", async () => {
  const { left } = await arrive("learner", lab, true);
  await vi.waitFor(() => expect(gone.replace).toHaveBeenCalledWith(`/embed${lab}`));
  expect(asked.at(-1)).toMatchObject({
    ...{ path: `/api/classes/${classId}/mine`, authorization: `Bearer ${secret}` },
  });
  expect(left).not.toHaveBeenCalled();
});

test("what a frame cannot show is opened in a window, as the same person", async () => {
  const to = `/class?c=${classId}`;
  const { place } = await arrive("teacher", to, true);
  await vi.waitFor(() => expect(place.textContent).toContain("Open in a new window"));
  const link = place.querySelector("a");
  expect(link?.getAttribute("href")).toBe(
    arrivalPath({ classId, role: "teacher", secret, to }),
  );
  expect(link?.target).toBe("_blank");
  expect(asked.map(({ path }) => path)).toEqual(["/api/lti/enter"]);
});

test("a lesson for a learner is opened in a window as well", async () => {
  const { place } = await arrive("learner", "/lessons/loss-functions", true);
  await vi.waitFor(() => expect(place.textContent).toContain("Open in a new window"));
  expect(gone.replace).not.toHaveBeenCalled();
});

test("a refusal is told, and tried again", async () => {
  refuses = true;
  const { place, left } = await arrive("teacher", "/class", false);
  await vi.waitFor(() => expect(place.textContent).toContain("Not now."));
  expect(left).not.toHaveBeenCalled();
  refuses = false;
  place.querySelector("button")?.click();
  await vi.waitFor(() => expect(left).toHaveBeenCalledWith("/class"));
});

test.each([
  "",
  "https://evil.test",
  "//evil.test",
  "/\\evil.test",
  "/\t/evil.test",
  "/\n/evil.test",
])("whom no launch has sent is told so: %j", async (to) => {
  const { place } = await arrive("learner", to, false);
  await vi.waitFor(() => expect(place.textContent).toContain("Your LMS opens this page"));
  expect(asked).toEqual([]);
});
