// The whole way through an LMS, from registering the site to a changed grade: on SQLite, and on
// a PostgreSQL that two processes of the site share.
import type { Browser, Page } from "@playwright/test";
import { installPackage } from "../debian-package";
import { serveInTurns } from "../in-turns";
import type { Course } from "../lti/messages";
import type { Platform } from "../lti/platform";
import { findPostgres, freshDatabase, startPostgres } from "../postgres-server";
import { serveSite } from "../serve-site";
import {
  circle,
  doIt,
  lti,
  openBoard,
  openWithoutCookies,
  otherPage,
  press,
  registerByInvitation,
  type Site,
  withLms,
} from "./lms";
import { expect, test } from "./strict-test";

const sqlite = () => ({
  COURSE_DATA_DIR: process.env.TEST_DATA_DIR ?? "",
  DATABASE_URL: "",
});

/** Two processes of the site on a new database; no two requests in a row reach the same one. */
async function onPostgres(bin: string, work: (site: Site) => Promise<void>) {
  const server = await startPostgres(bin);
  const ends = [server.stop];
  try {
    const env = { ...sqlite(), DATABASE_URL: await freshDatabase(server.url) };
    // With an LMS from the start the site waits for no first one: see README.
    const elsewhere = ["auth", "token", "keys"].flatMap((name) => [
      ...[`--${name}`, `https://lms.example.edu/${name}`],
    ]);
    const known = ["--issuer", "https://lms.example.edu", "--client", "1"];
    expect(lti({ env }, "add", ...known, ...elsewhere)).toContain("is registered");
    const serve = () => serveSite({ ...env, TRUST_PROXY: "1", LTI_LOOPBACK: "1" });
    const sites = await Promise.all([serve(), serve()]);
    ends.unshift(...sites.map(({ stop }) => stop));
    const front = await serveInTurns([sites[0].url, sites[1].url]);
    ends.unshift(front.close);
    await work({ url: front.url, env });
  } finally {
    for (const end of ends) await end();
  }
}

/** Places the assignment from within the platform's frame; gives what the platform was told. */
async function place(page: Page, platform: Platform, at: string) {
  await page.goto(at);
  await press(page);
  const tool = page.frameLocator("iframe[name=tool]");
  await tool.locator("summary", { hasText: "Go on from a link that you have" }).click();
  await tool
    .getByLabel("The link of an assignment or of a lab’s run")
    .fill(`${circle}&due=2026-01-02T12:00Z`);
  await tool.getByRole("button", { name: "Go on from it" }).click();
  await expect(tool.getByText("worth 10 points")).toBeVisible();
  await tool.getByRole("button", { name: "Place it in the course" }).click();
  await expect(tool.getByText("1 placed")).toBeVisible();
  return platform.contentItems[0] ?? {};
}

/** The LMS's own gradebook, in a browser that has never been on the site. */
async function openGradebook(browser: Browser, platform: Platform, course: Course) {
  const page = await otherPage(browser);
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  return {
    /** Looks again until the row of a name says something, or, with `not`, no more. */
    async shows(name: string, words: string, { not = false, within = 30_000 } = {}) {
      await expect(async () => {
        await page.goto(platform.gradebookPageOf(course));
        const shown = expect(row(name));
        const soon = { timeout: 500 };
        await (not ? shown.not : shown).toContainText(words, soon);
      }).toPass({ timeout: within, intervals: [500] });
    },
    /** Opens the receipt in the comment of a name's grade. */
    async openReceipt(name: string) {
      await row(name)
        .getByRole("link", { name: /\/receipt#/ })
        .click();
      return page;
    },
    close: () => page.context().close(),
  };
}

async function walk(site: Site, page: Page, browser: Browser) {
  await withLms("_parent", async (platform) => {
    const clientId = await registerByInvitation(page, platform, site);
    const course = platform.addCourse("Machine learning 1");
    const grace = platform.enrol(course, "Grace Hopper", "instructor");
    const opening = platform.pageOf(platform.begin(clientId, course, grace), "frame");
    const item = await place(page, platform, opening);
    expect(item).toMatchObject({
      ...{ title: "Circle", lineItem: { label: "Circle", scoreMaximum: 10 } },
      submission: { endDateTime: "2026-01-02T12:00:00Z" },
    });

    const { add, items } = platform.gradebookOf(course);
    add({ ...Object(item.lineItem), resourceLinkId: "placed" });
    const [lineItem = ""] = items.keys();
    const link = {
      ...{ id: "placed", title: "Circle", custom: Object(item.custom), lineItem },
      targetLinkUri: String(item.url),
    };
    const pageFor = (member: typeof grace, way: "frame" | "window") =>
      platform.pageOf(platform.begin(clientId, course, member, link), way);
    const names = ["Ada Lovelace", "Bo Diddley", "Cy Twombly"] as const;
    const [ada, bo, cy] = names;
    for (const name of names) {
      const member = platform.enrol(course, name, "learner");
      const blocked = name === bo ? await openWithoutCookies(site.url) : null;
      const learner = blocked?.page ?? (await otherPage(browser));
      await learner.goto(pageFor(member, "frame"));
      await press(learner);
      await doIt(learner);
      await blocked?.expectNothingKept();
      await (blocked ?? learner.context()).close();
    }

    const gradebook = await openGradebook(browser, platform, course);
    for (const name of names) {
      // A site whose first platform has just come looks once a minute whether one has.
      await gradebook.shows(name, `${name}10 of 10`, { within: 90_000 });
      await gradebook.shows(name, "Handed in late.");
    }
    // Whoever sees the grade can check it.
    const receipt = await gradebook.openReceipt(ada);
    await expect(receipt.getByText(`Confirmed – ${ada}`)).toBeVisible();

    const { board, row } = await openBoard(page, pageFor(grace, "window"));
    await expect(board.locator("[data-lms]")).toContainText("The LMS has 3 grades.");
    for (const name of names) {
      await expect(row(name)).toContainText(/✓ confirmed.*10 of 10 points · late/);
    }
    const open = async (name: string) => {
      await row(name)
        .getByRole("button", { name: /Circle/ })
        .click();
      return board.getByRole("dialog", { name: `${name}: Circle` });
    };
    const close = () => board.keyboard.press("Escape");

    const more = await open(ada);
    await expect(more.getByText("✓ confirmed")).toBeVisible();
    await more.locator("summary", { hasText: "Give more time" }).click();
    await more.getByLabel("Due: day").fill("2099-01-02");
    await more.getByRole("button", { name: "Save the date" }).click();
    await close();
    const refused = await open(bo);
    await refused.locator("summary", { hasText: "Mark this work" }).click();
    await refused.getByLabel("Verdict").selectOption("refused");
    await refused.getByRole("button", { name: "Save the mark" }).click();
    await close();
    const marked = await open(cy);
    await marked.locator("summary", { hasText: "Mark this work" }).click();
    await marked.getByLabel("Points, of 10").fill("7.5");
    await marked.getByLabel("Comment, which").fill("Explain the rate.");
    await marked.getByRole("button", { name: "Save the mark" }).click();
    await close();
    await expect(row(ada)).not.toContainText("late");
    await expect(row(bo)).toContainText(/✗ refused.*0 of 10 points/);
    await expect(row(cy)).toContainText("7.5 of 10 points");

    await gradebook.shows(ada, "late", { not: true });
    await gradebook.shows(ada, `${ada}10 of 10`);
    await gradebook.shows(bo, "Your teacher has refused it.");
    await gradebook.shows(bo, `${bo}0 of 10`);
    await gradebook.shows(cy, `${cy}7.5 of 10`);
    await gradebook.shows(cy, "Your teacher says: Explain the rate.");
    await gradebook.close();
    await board.close();
  });
}

const placedToMarked =
  "an assignment is placed, done by three, graded with a receipt, extended, overridden and marked";

test(`${placedToMarked}, on SQLite`, {
  tag: "@long",
}, async ({ page, browser, baseURL }) => {
  test.setTimeout(240_000);
  await walk({ url: baseURL ?? "", env: sqlite() }, page, browser);
});

test(`${placedToMarked}, by two processes on PostgreSQL`, {
  tag: "@long",
}, async ({ page, browser }) => {
  test.setTimeout(240_000);
  if (!findPostgres()) installPackage("postgresql");
  const bin = findPostgres();
  test.skip(!bin, "There is no PostgreSQL here, and it could not be installed.");
  await onPostgres(bin ?? "", (site) => walk(site, page, browser));
});
