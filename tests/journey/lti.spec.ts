// In an LMS: a platform of the tests' own launches the site in a frame and in windows.
import { openStore } from "@/app/server/store/open-store";
import { scopes } from "../lti/messages";
import type { Platform } from "../lti/platform";
import { plain } from "../lti/profiles";
import { blockStorage } from "./blocked-storage";
import { blockCookies, circle, doIt, openBoard, otherPage, press, withLms } from "./lms";
import { expect, test } from "./strict-test";

const dataFolder = () => process.env.TEST_DATA_DIR ?? "";

const siteOf = (baseURL: string | undefined) => baseURL ?? "";

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
    targetLinkUri: new URL(circle, site).href,
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
    await blockStorage(bo);
    await bo.goto(enrol("Bo Diddley", "learner").pageFor("frame"));
    await press(bo);
    const kept = "what you hand in is kept with Machine learning 1";
    await expect(
      bo.frameLocator("iframe[name=tool]").getByText(kept, { exact: false }),
    ).toBeVisible();
    await doIt(bo);

    const grace = enrol("Grace Hopper", "instructor");
    const { board, row } = await openBoard(page, grace.pageFor("window"));
    for (const name of ["Ada Lovelace", "Bo Diddley"]) {
      await expect(row(name)).toContainText("✓");
    }
    // What the LMS was told of the assignment is the teacher's to change there.
    await board.getByText("Assignments", { exact: true }).click();
    await board.getByRole("button", { name: /^Edit / }).click();
    const form = board.getByRole("form", { name: "What is asked" });
    const says = form.getByText("change them there too");
    await expect(form).toBeVisible();
    await expect(says).toBeHidden();
    await form.getByLabel("Title").fill("Round");
    await expect(says).toBeVisible();
    await board.keyboard.press("Escape");
    await expect(form).toBeHidden();
    // The class is hers to end.
    await board.getByRole("button", { name: "Delete the class" }).click();
    await expect(board.getByText("The grades that the LMS has stay there")).toBeVisible();
    await board.getByLabel(/^Type “Machine learning 1”/).fill("Machine learning 1");
    await board.getByRole("button", { name: "Delete the class for good" }).click();
    await expect(board.getByRole("heading", { name: "Open a class" })).toBeVisible();
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
