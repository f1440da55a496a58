// In an LMS: a platform of the tests' own launches the site in a frame and in windows. The
// platform answers on localhost and the site on 127.0.0.1: to a browser these are two sites.
import { execFileSync } from "node:child_process";
import type { Browser, Page } from "@playwright/test";
import { openStore } from "@/app/server/store/open-store";
import { scopes } from "../lti/messages";
import { openPlatform, type Platform } from "../lti/platform";
import { plain } from "../lti/profiles";
import { expect, test } from "./strict-test";

const assignment =
  "/labs/network?assignment=1&title=Circle&goal=loss_9&points=10&lock=passes-data&samples=60&layers=3&passes=40&device=cpu";

const dataFolder = () => process.env.TEST_DATA_DIR ?? "";

const siteOf = (baseURL: string | undefined) => baseURL ?? "";

const openLms = (storageTarget: string | null) =>
  openPlatform({ profile: { ...plain, storageTarget }, host: "localhost" });

/** Registers the site with a platform, and the platform with the site, by hand. */
async function introduce(platform: Platform, site: string): Promise<string> {
  const at = (path: string) => new URL(path, site).href;
  const clientId = platform.register({
    name: "Next Pass",
    ...{ loginUrl: at("/api/lti/login"), redirectUris: [at("/api/lti/launch")] },
    ...{ jwksUrl: at("/api/lti/keys"), scopes: Object.values(scopes) },
    ...{ targetLinkUri: at("/"), deepLinkingUri: at("/embed/place") },
  });
  const store = await openStore({ folder: dataFolder() });
  await store.lti.addRegistration(
    {
      ...{ id: clientId, name: "School", issuer: platform.issuer, clientId },
      authUrl: `${platform.url}/authorize`,
      tokenUrl: `${platform.url}/token`,
      jwksUrl: `${platform.url}/keys`,
      ...{ audience: null, product: "test", created: Date.now() },
    },
    [plain.deploymentId],
  );
  await store.close();
  return clientId;
}

/** A course of the platform's with a graded link to an assignment. */
function openCourse(platform: Platform, clientId: string, site: string) {
  const course = platform.addCourse("Machine learning 1");
  const gradebook = platform.gradebookOf(course);
  gradebook.add({ label: "Circle", scoreMaximum: 10, resourceLinkId: "link-1" });
  const [lineItem = ""] = gradebook.items.keys();
  const link = {
    ...{ id: "link-1", title: "Round the circle", custom: {}, lineItem },
    targetLinkUri: new URL(assignment, site).href,
  };
  const enrol = (name: string, role: "learner" | "instructor") => {
    const member = platform.enrol(course, name, role);
    return {
      /** The page in which they press the link. */
      pageFor: (way: "frame" | "window") =>
        platform.pageOf(platform.begin(clientId, course, member, link), way),
    };
  };
  return { enrol };
}

/** As a browser that keeps nothing for a site in another site's frame. */
async function blockCookies(page: Page) {
  await page.route(/\/api\//, async (route) => {
    await page.context().clearCookies();
    await route.continue();
  });
}

const press = (page: Page) => page.getByRole("button", { name: "Open the tool" }).click();

/** Somebody else's browser. */
async function otherPage(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

async function doIt(page: Page) {
  const tool = page.frameLocator("iframe[name=tool]");
  const lab = tool.locator("[data-lab][data-status]");
  await expect(lab).toHaveAttribute("data-assignment", "open");
  await tool.getByRole("button", { name: "Train", exact: true }).click();
  await expect(lab).toHaveAttribute("data-assignment", "met");
  await tool.getByRole("button", { name: "Hand in to Machine learning 1" }).click();
  await expect(tool.getByText("✓ Handed in to Machine learning 1")).toBeVisible();
}

async function withLms(
  storageTarget: string | null,
  work: (platform: Platform) => Promise<void>,
) {
  const platform = await openLms(storageTarget);
  try {
    await work(platform);
    expect(platform.complaints).toEqual([]);
  } finally {
    await platform.close();
  }
}

/** The board of the class, in the window that the link opens. */
async function openBoard(page: Page, at: string) {
  await page.goto(at);
  const opening = page.waitForEvent("popup");
  await press(page);
  const board = await opening;
  const rows = board.getByRole("group", { name: "Board" }).getByRole("row");
  return { board, row: (name: string) => rows.filter({ hasText: name }) };
}

test("learners work in the LMS’s frame, cookies blocked or not, and the instructor sees it", async ({
  page,
  browser,
  baseURL,
}) => {
  await withLms("_parent", async (platform) => {
    const clientId = await introduce(platform, siteOf(baseURL));
    const { enrol } = openCourse(platform, clientId, siteOf(baseURL));
    const [ada, bo] = [await otherPage(browser), await otherPage(browser)];
    await ada.goto(enrol("Ada Lovelace", "learner").pageFor("frame"));
    await press(ada);
    await doIt(ada);
    await blockCookies(bo);
    await bo.goto(enrol("Bo Diddley", "learner").pageFor("frame"));
    await press(bo);
    await doIt(bo);

    const grace = enrol("Grace Hopper", "instructor");
    const { row } = await openBoard(page, grace.pageFor("window"));
    for (const name of ["Ada Lovelace", "Bo Diddley"]) {
      await expect(row(name)).toContainText("✓");
    }
    await Promise.all([ada, bo].map((other) => other.context().close()));
  });
});

test("where the LMS keeps nothing either, the link goes on in a new window", async ({
  browser,
  baseURL,
}) => {
  await withLms(null, async (platform) => {
    const clientId = await introduce(platform, siteOf(baseURL));
    const { enrol } = openCourse(platform, clientId, siteOf(baseURL));
    const cy = await otherPage(browser);
    await blockCookies(cy);
    await cy.goto(enrol("Cy Twombly", "learner").pageFor("frame"));
    await press(cy);
    const tool = cy.frameLocator("iframe[name=tool]");
    await expect(tool.locator("html")).toHaveAttribute(
      "data-refusal",
      "not-this-browser",
    );
    await cy.unroute(/\/api\//);
    const opening = cy.waitForEvent("popup");
    await tool.getByRole("link", { name: "Open in a new window" }).click();
    const opened = await opening;
    await expect(opened.locator("[data-lab][data-assignment=open]")).toBeVisible();
    await expect(opened).toHaveURL(/\/labs\/network\?/);
    await cy.context().close();
  });
});

/** Has the platform register the site, as README says; gives the site's client id there. */
async function registerByInvitation(page: Page, platform: Platform, site: string) {
  const told = execFileSync("npx", ["tsx", "app/lti.ts", "invite", site], {
    encoding: "utf8",
    env: { ...process.env, COURSE_DATA_DIR: dataFolder(), DATABASE_URL: "" },
  });
  const address = told.trim().split("\n").at(-1) ?? "";
  await page.goto(platform.registrationPageOf(address));
  await expect(page.locator("body[data-closed=yes]")).toBeAttached();
  const [clientId = "", ...others] = platform.clientIds();
  expect(others).toEqual([]);
  return clientId;
}

/** Places the assignment from within the platform's frame; gives what the platform was told. */
async function place(page: Page, platform: Platform, at: string) {
  await page.goto(at);
  await press(page);
  const tool = page.frameLocator("iframe[name=tool]");
  await tool.locator("summary", { hasText: "Go on from a link that you have" }).click();
  await tool
    .getByLabel("The link of an assignment or of a lab’s run")
    .fill(`${assignment}&due=2026-01-02T12:00Z`);
  await tool.getByRole("button", { name: "Go on from it" }).click();
  await expect(tool.getByText("worth 10 points")).toBeVisible();
  await tool.getByRole("button", { name: "Place it in the course" }).click();
  await expect(tool.getByText("1 placed")).toBeVisible();
  return platform.contentItems[0] ?? {};
}

test("an assignment is placed, done by three, graded with a receipt, extended and marked", {
  tag: "@long",
}, async ({ page, browser, baseURL }) => {
  test.setTimeout(240_000);
  const site = siteOf(baseURL);
  await withLms("_parent", async (platform) => {
    const clientId = await registerByInvitation(page, platform, site);
    const course = platform.addCourse("Machine learning 1");
    const gradebook = platform.gradebookOf(course);
    const grace = platform.enrol(course, "Grace Hopper", "instructor");
    const opening = platform.pageOf(platform.begin(clientId, course, grace), "frame");
    const item = await place(page, platform, opening);
    expect(item).toMatchObject({
      ...{ title: "Circle", lineItem: { label: "Circle", scoreMaximum: 10 } },
      submission: { endDateTime: "2026-01-02T12:00:00Z" },
    });

    gradebook.add({ ...Object(item.lineItem), resourceLinkId: "placed" });
    const [lineItem = ""] = gradebook.items.keys();
    const link = {
      ...{ id: "placed", title: "Circle", custom: Object(item.custom), lineItem },
      targetLinkUri: String(item.url),
    };
    const pageFor = (member: typeof grace, way: "frame" | "window") =>
      platform.pageOf(platform.begin(clientId, course, member, link), way);
    const names = ["Ada Lovelace", "Bo Diddley", "Cy Twombly"] as const;
    const learners = names.map((name) => platform.enrol(course, name, "learner"));
    for (const [at, member] of learners.entries()) {
      const other = await otherPage(browser);
      if (at === 1) await blockCookies(other);
      await other.goto(pageFor(member, "frame"));
      await press(other);
      await doIt(other);
      await other.context().close();
    }
    const [ada] = learners;
    if (!ada) throw new Error("Nobody learns.");
    const resultOf = ({ id }: typeof ada) => gradebook.result(lineItem, id);
    const full = { resultScore: 10, resultMaximum: 10 };
    for (const member of learners) {
      await expect
        // A site whose first platform has just come looks once a minute whether one has.
        .poll(() => resultOf(member), { timeout: 90_000 })
        .toMatchObject({ ...full, comment: expect.stringContaining("Handed in late.") });
    }

    // Whoever sees the grade can check it.
    const receipt = /https?:\S+\/receipt#\S+/.exec(resultOf(ada)?.comment ?? "")?.[0];
    const stranger = await otherPage(browser);
    await stranger.goto(receipt ?? "");
    await expect(stranger.getByText("Confirmed – Ada Lovelace")).toBeVisible();
    await stranger.context().close();

    const { board, row } = await openBoard(page, pageFor(grace, "window"));
    await row("Ada Lovelace")
      .getByRole("button", { name: /Circle/ })
      .click();
    const dialog = board.getByRole("dialog", { name: "Ada Lovelace: Circle" });
    await dialog.locator("summary", { hasText: "Give more time" }).click();
    await dialog.getByLabel("Due: day").fill("2099-01-02");
    await dialog.getByRole("button", { name: "Save the date" }).click();
    await expect
      .poll(() => resultOf(ada)?.comment, { timeout: 30_000 })
      .not.toContain("late");
    await dialog.locator("summary", { hasText: "Mark this work" }).click();
    await dialog.getByLabel("Points, of 10").fill("7.5");
    await dialog.getByLabel("Comment, which").fill("Explain the rate.");
    await dialog.getByRole("button", { name: "Save the mark" }).click();
    await expect
      .poll(() => resultOf(ada), { timeout: 30_000 })
      .toMatchObject({
        ...{ ...full, resultScore: 7.5 },
        comment: expect.stringContaining("Your teacher says: Explain the rate."),
      });
    await board.close();
  });
});
