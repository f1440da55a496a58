// In an LMS: a platform of the tests' own launches the site in a frame and in windows. The
// platform answers on localhost and the site on 127.0.0.1: to a browser these are two sites.
import type { Browser, Page } from "@playwright/test";
import { openStore } from "@/app/server/store/open-store";
import { scopes } from "../lti/messages";
import { openPlatform } from "../lti/platform";
import { plain } from "../lti/profiles";
import { expect, test } from "./strict-test";

const assignment =
  "/labs/network?assignment=1&title=Circle&goal=loss_9&lock=passes-data&samples=60&layers=3&passes=40&device=cpu";

/** A platform and a site that know each other, and a course with a link in it. */
async function openSchool(site: string, storageTarget: string | null) {
  const platform = await openPlatform({
    profile: { ...plain, storageTarget },
    host: "localhost",
  });
  const at = (path: string) => new URL(path, site).href;
  const clientId = platform.register({
    name: "Next Pass",
    ...{ loginUrl: at("/api/lti/login"), redirectUris: [at("/api/lti/launch")] },
    ...{ jwksUrl: at("/api/lti/keys"), scopes: Object.values(scopes) },
    ...{ targetLinkUri: at("/api/lti/launch"), deepLinkingUri: at("/api/lti/launch") },
  });
  const store = await openStore({ folder: process.env.TEST_DATA_DIR ?? "" });
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
  const course = platform.addCourse("Machine learning 1");
  const link = {
    ...{ id: "link-1", title: "Round the circle", targetLinkUri: at(assignment) },
    ...{ custom: {}, lineItem: null },
  };
  /** The page in which somebody of the course presses the link. */
  function pageFor(
    name: string,
    role: "learner" | "instructor",
    way: "frame" | "window",
  ) {
    const member = platform.enrol(course, name, role);
    return platform.pageOf(platform.begin(clientId, course, member, link), way);
  }
  return { platform, pageFor };
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

const withSchool = async (
  site: string | undefined,
  storageTarget: string | null,
  work: (school: Awaited<ReturnType<typeof openSchool>>) => Promise<void>,
) => {
  const school = await openSchool(site ?? "", storageTarget);
  try {
    await work(school);
    expect(school.platform.complaints).toEqual([]);
  } finally {
    await school.platform.close();
  }
};

test("learners do their work in the LMS's frame, cookies blocked or not, and the instructor sees it", async ({
  page,
  browser,
  baseURL,
}) => {
  await withSchool(baseURL, "_parent", async ({ pageFor }) => {
    const [ada, bo] = [await otherPage(browser), await otherPage(browser)];
    await ada.goto(pageFor("Ada Lovelace", "learner", "frame"));
    await press(ada);
    await doIt(ada);
    await blockCookies(bo);
    await bo.goto(pageFor("Bo Diddley", "learner", "frame"));
    await press(bo);
    await doIt(bo);

    await page.goto(pageFor("Grace Hopper", "instructor", "window"));
    const opening = page.waitForEvent("popup");
    await press(page);
    const board = await opening;
    const rows = board.getByRole("group", { name: "Board" }).getByRole("row");
    for (const name of ["Ada Lovelace", "Bo Diddley"]) {
      await expect(rows.filter({ hasText: name })).toContainText("✓");
    }
    await Promise.all([ada, bo].map((other) => other.context().close()));
  });
});

test("where the LMS keeps nothing either, the link goes on in a new window", async ({
  browser,
  baseURL,
}) => {
  await withSchool(baseURL, null, async ({ pageFor }) => {
    const cy = await otherPage(browser);
    await blockCookies(cy);
    await cy.goto(pageFor("Cy Twombly", "learner", "frame"));
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
