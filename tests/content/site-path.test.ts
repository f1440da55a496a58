import { spawnSync } from "node:child_process";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("BASE_PATH", "/our/course");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test("a path of the site is written below the folder that the site lies in", async () => {
  const { siteAddress, sitePath } = await import("@/content/site-path");
  expect(sitePath("/labs/network?layers=8#x")).toBe(
    "/our/course/labs/network?layers=8#x",
  );
  vi.stubGlobal("window", { location: { href: "https://a.example/our/course/assign" } });
  expect(siteAddress("/receipt#e")).toBe("https://a.example/our/course/receipt#e");
});

test("at the root of a host a path stays as it is", async () => {
  vi.stubEnv("BASE_PATH", undefined);
  const { sitePath } = await import("@/content/site-path");
  expect(sitePath("/labs")).toBe("/labs");
});

test("the site is installed at the address that its host has for the home page", async () => {
  for (const [folder, plain, root] of [
    ["", "", "/"],
    ["", "1", "/"],
    ["/our/course", "", "/our/course"],
    ["/our/course", "1", "/our/course/"],
  ]) {
    vi.resetModules();
    vi.stubEnv("BASE_PATH", folder);
    vi.stubEnv("PLAIN_FILES", plain);
    const { default: manifest } = await import("@/app/manifest");
    expect(manifest()).toMatchObject({ start_url: root, scope: root });
    const { GET } = await import("@/app/sw.js/route");
    expect(GET().headers.get("service-worker-allowed")).toBe(root);
  }
});

test("a note leads to pages of the site in its folder, and to others as they are", async () => {
  const { FormattedNote } = await import("@/components/assignment/formatted-note");
  const markdown = "[a](/lessons/gpus#x) [b](https://example.org/lessons)";
  const html = renderToStaticMarkup(
    createElement(FormattedNote, { markdown, asTyped: "" }),
  );
  expect([...html.matchAll(/href="(.*?)"/g)].map(([, to]) => to)).toEqual([
    "/our/course/lessons/gpus#x",
    "https://example.org/lessons",
  ]);
});

test("a class is asked, and proves who asks, in the site's folder alone", async () => {
  const asked = vi.fn(async (_: string) => new Response("{}"));
  vi.stubGlobal("fetch", asked);
  const { readMine } = await import("@/content/class/class-api");
  await readMine("class-of-ada-1234");
  expect(asked.mock.calls[0]?.[0]).toBe("/our/course/api/classes/class-of-ada-1234/mine");
  const { endedSession } = await import("@/app/server/sessions");
  const ended = endedSession(new Request("http://a.example/"), "learner", "c");
  expect(ended["Set-Cookie"]).toContain("; Path=/our/course/api/classes/c;");
});

test("a host of plain files knows a page as a folder, and a file by its name", async () => {
  vi.stubEnv("PLAIN_FILES", "1");
  const { sitePath } = await import("@/content/site-path");
  expect(
    [
      ...["/", "/labs", "/labs/network?layers=8&own=1.5_2_0#a.b", "/receipt#e.x"],
      ...["/theme.js", "/questions.json?ids", "/data/digits.csv.gz", "/labs/hand/"],
    ].map(sitePath),
  ).toEqual(
    [
      ...["/", "/labs/", "/labs/network/?layers=8&own=1.5_2_0#a.b", "/receipt/#e.x"],
      ...["/theme.js", "/questions.json?ids", "/data/digits.csv.gz", "/labs/hand/"],
    ].map((path) => `/our/course${path}`),
  );
});

test("where the site has no server no class is asked, and none is remembered", async () => {
  vi.stubEnv("PLAIN_FILES", "1");
  const asked = vi.fn();
  vi.stubGlobal("fetch", asked);
  const { openClass } = await import("@/content/class/class-api");
  const answer = await openClass("Biology 2b");
  expect(answer).toMatchObject({ ok: false, status: 404 });
  expect(answer).toHaveProperty("problem", expect.stringContaining("no classes"));
  expect(asked).not.toHaveBeenCalled();
  const kept = { classId: "c", className: "B", learner: "1", name: "a", assignments: [] };
  vi.stubGlobal("localStorage", { getItem: () => JSON.stringify([kept]) });
  const { joinedNow } = await import("@/components/class/joined-classes");
  expect(joinedNow("c")).toBe(null);
  vi.stubEnv("PLAIN_FILES", "");
  vi.resetModules();
  const withServer = await import("@/components/class/joined-classes");
  expect(withServer.joinedNow("c")).toEqual(kept);
});

const configured = (folder: string) =>
  spawnSync(process.execPath, ["next.config.mjs"], {
    env: { ...process.env, BASE_PATH: folder },
    encoding: "utf8",
  });

test.each(["", "/course", "/our/course-2.a_b~c"])("a site may lie in %j", (folder) => {
  expect(configured(folder)).toMatchObject({ status: 0, stderr: "" });
});

test.each(["course", "/course/", "/", "/a b", "//a", "/a/../b", "/é", "https://a.b/c"])(
  "no site is built for %j, and one sentence says why",
  (folder) => {
    const { status, stderr } = configured(folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^BASE_PATH cannot be “.*”: it is written as “\/course”.*\.\n$/,
    );
  },
);
