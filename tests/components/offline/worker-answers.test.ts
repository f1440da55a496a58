import { expect, test, vi } from "vitest";
import { answerPage, handlingOf, pagePath } from "@/components/offline/worker-answers";

const origin = "https://course.example";
const asked = (path: string, more: Partial<Request> = {}) => ({
  ...{ method: "GET", mode: "navigate", headers: new Headers() },
  url: path.startsWith("http") ? path : origin + path,
  ...more,
});
const handling = (path: string, more: Partial<Request> = {}, base = "") =>
  handlingOf(asked(path, more), { origin, base });

test("a page is known by its path alone, however it is written", () => {
  for (const path of [
    "/labs/network",
    "/labs/network?lr=1&v=2",
    "/labs/network/",
    "/labs/network.html",
    "/labs/network/index.html",
  ]) {
    expect(handling(path)).toEqual({ kind: "page", path: "/labs/network" });
  }
  for (const path of ["/", "/index.html", "/?a"]) {
    expect(handling(path)).toEqual({ kind: "page", path: "/" });
  }
});

test("in a folder, the site's pages are those of the folder", () => {
  const page = (path: string) => handling(path, {}, "/course");
  expect(page("/course")).toEqual({ kind: "page", path: "/" });
  expect(page("/course/")).toEqual({ kind: "page", path: "/" });
  expect(page("/course/labs?x")).toEqual({ kind: "page", path: "/labs" });
  for (const path of ["/", "/labs", "/course2/labs", "/courses"]) {
    expect(page(path)).toEqual({ kind: "leave" });
  }
});

test("files named by their content are files, whatever asks for them", () => {
  const file = (path: string) => handling(path, { mode: "no-cors" });
  expect(file("/_next/static/chunks/a.js?x#y")).toEqual({
    kind: "file",
    address: `${origin}/_next/static/chunks/a.js`,
    hash: null,
  });
  expect(file("/data/digits.csv.gz?v=0123456789abcdef")).toEqual({
    kind: "file",
    address: `${origin}/data/digits.csv.gz?v=0123456789abcdef`,
    hash: "0123456789abcdef",
  });
  for (const path of [
    "/data/digits.csv.gz",
    "/search.json?v=1",
    "/icon.svg?icon.a.svg",
  ]) {
    expect(file(path)).toEqual({ kind: "leave" });
  }
});

test("what is a class's, another site's, in parts, or changes something is left alone", () => {
  for (const path of [
    "/api/classes/a/export",
    "/embed/labs/network",
    "/questions.json",
    "https://elsewhere.example/_next/static/chunks/a.js",
  ]) {
    expect(handling(path)).toEqual({ kind: "leave" });
  }
  expect(handling("/labs", { method: "POST" })).toEqual({ kind: "leave" });
  expect(handling("/labs", { mode: "cors" })).toEqual({ kind: "leave" });
  const headers = new Headers({ range: "bytes=0-9" });
  expect(handling("/_next/static/a.js", { headers })).toEqual({ kind: "leave" });
});

test("no page is named twice", () => {
  expect(pagePath("/index.html")).toBe("/");
  expect(pagePath("/labs/index")).toBe("/labs");
  expect(pagePath("/lessons/an-index")).toBe("/lessons/an-index");
});

const kept = async () => new Response("kept");
const none = async () => undefined;
const instead = async () => new Response("instead");
const from = (text: string, status = 200) =>
  Promise.resolve(new Response(text, { status }));
const text = async (response: Promise<Response>) => (await response).text();

test("a reader with a network gets the server's page, also where it says no", async () => {
  expect(await text(answerPage(from("new"), kept, instead))).toBe("new");
  expect(await text(answerPage(from("none", 404), kept, instead))).toBe("none");
});

test("without a network, or with a failing server, a page is the kept one", async () => {
  const cut = () => Promise.reject(new TypeError("cut"));
  expect(await text(answerPage(cut(), kept, instead))).toBe("kept");
  expect(await text(answerPage(from("broken", 502), kept, instead))).toBe("kept");
  expect(await text(answerPage(from("broken", 502), none, instead))).toBe("broken");
  expect(await text(answerPage(cut(), none, instead))).toBe("instead");
  const blocked = () => Promise.reject(new DOMException("blocked", "SecurityError"));
  expect(await text(answerPage(cut(), blocked, instead))).toBe("instead");
});

test("a slow network is waited for where nothing is kept, and else for three seconds", async () => {
  vi.useFakeTimers();
  const slow = () =>
    new Promise<Response>((resolve) => setTimeout(resolve, 9000, new Response("late")));
  const first = answerPage(slow(), kept, instead);
  const second = answerPage(slow(), none, instead);
  await vi.advanceTimersByTimeAsync(3001);
  expect(await text(first)).toBe("kept");
  await vi.advanceTimersByTimeAsync(6000);
  expect(await text(second)).toBe("late");
  vi.useRealTimers();
});
