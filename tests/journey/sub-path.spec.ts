// The site and its classes in a folder of a host, behind nginx as README sets it up.
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "@playwright/test";
import { buildCopy } from "@/app/build/build-copy";
import { findNginx, startNginx } from "../nginx";
import { serveSite } from "../serve-site";
import { boardRow, learn, makeAssignment, openClass, profile } from "./assignment-way";
import {
  circle,
  doIt,
  openBoard,
  otherPage,
  press,
  registerByInvitation,
  type Site,
  withLms,
} from "./lms";
import { expect, test } from "./strict-test";

const missing =
  "nginx is missing, and could not be installed: THE JOURNEY BEHIND IT IS SKIPPED.";

/** A copy of the project, built for /course. */
const copy = ".copy-course";

/** The lines of README for nginx, with the site at an address of its own. */
async function nginxLines(site: string): Promise<string> {
  const readme = await readFile("README.md", "utf8");
  const [, lines = ""] = /```nginx\n([^`]*proxy_pass[^`]*)```/.exec(readme) ?? [];
  return lines.replace("127.0.0.1:3000", new URL(site).host);
}

/** A learner and a teacher of an LMS that knows the site in its folder. */
const comeFromLms = (site: Site, browser: Browser) =>
  withLms("_parent", async (platform) => {
    const [teacher, learner] = [await otherPage(browser), await otherPage(browser)];
    const clientId = await registerByInvitation(teacher, platform, site);
    const course = platform.addCourse("Machine learning 1");
    const link = {
      ...{ id: "link-1", title: "Circle", custom: {}, lineItem: null },
      targetLinkUri: site.url + circle,
    };
    const pageFor = (name: string, role: "learner" | "instructor") => {
      const launch = platform.begin(
        clientId,
        course,
        platform.enrol(course, name, role),
        link,
      );
      return platform.pageOf(launch, role === "learner" ? "frame" : "window");
    };
    await learner.goto(pageFor("Ada Lovelace", "learner"));
    await press(learner);
    await doIt(learner);
    const { board, row } = await openBoard(teacher, pageFor("Grace", "instructor"));
    await expect(row("Ada Lovelace")).toContainText("✓ confirmed");
    expect(board.url()).toContain(`${site.url}/class?c=`);
    await Promise.all([teacher, learner].map((page) => page.context().close()));
  });

test("classes work in a folder of a host, behind nginx", {
  tag: "@long",
}, async ({ browser }) => {
  test.setTimeout(900_000);
  const nginx = findNginx();
  if (!nginx && process.env.CI) throw new Error(missing);
  test.skip(!nginx, missing);
  if (process.env.EXPORTED !== "1") {
    expect(await buildCopy(copy, { BASE_PATH: "/course" })).toBe(true);
    execFileSync("npx", ["tsx", "app/build/finish-build.ts"], {
      cwd: copy,
      env: { ...process.env, BASE_PATH: "/course" },
    });
  }
  const data = await mkdtemp(path.join(tmpdir(), "next-pass-folder-"));
  const env = { COURSE_DATA_DIR: data, DATABASE_URL: "" };
  const site = await serveSite({ ...env, TRUST_PROXY: "1", LTI_LOOPBACK: "1" }, copy);
  const proxy = await startNginx(nginx ?? "", await nginxLines(site.url));
  try {
    const home = await fetch(`${proxy.url}/course`);
    expect(home.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(await home.text()).toContain('src="/course/_next/');

    const instructor = await profile(browser, `${proxy.url}/course/`);
    const outside: string[] = [];
    instructor.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (!/^\/course(\/|$)/.test(pathname) || response.status() >= 400) {
        outside.push(`${response.status()} ${pathname}`);
      }
    });
    const code = await openClass(instructor, await makeAssignment(instructor));
    const learner = await profile(browser, `${proxy.url}/course/`);
    const receipt = await learn(learner, code);
    expect(receipt).toContain(`${proxy.url}/course/receipt#`);
    await expect(boardRow(instructor)).toContainText("✓ confirmed 1");
    const cookies = await learner.context().cookies();
    expect(cookies.map(({ path }) => path)).toEqual([
      expect.stringMatching(/^\/course\/api\/classes\/[\w-]+$/),
    ]);
    expect(outside).toEqual([]);
    await comeFromLms({ url: `${proxy.url}/course`, env }, browser);
  } finally {
    await proxy.close();
    site.close();
    await rm(data, { recursive: true, force: true });
  }
});
