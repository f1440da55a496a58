// A learner in a class, on a phone and on a wide screen: by which door they come in, how they
// come back, until when they hand in, and when they learn what was right.
import type { Browser, Page } from "@playwright/test";
import { soaking } from "../soak";
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

// Each run counts as another address, so that the limits are those of one.
const address = `10.${Array.from({ length: 3 }, () => Math.floor(Math.random() * 256)).join(".")}`;
test.use({ extraHTTPHeaders: { "x-forwarded-for": address } });

const quick = "samples=60&layers=3&passes=40&device=cpu";
const circle = `/labs/network?assignment=1&title=Circle&goal=loss_9&points=4&lock=passes&due=2026-01-02T12:00Z&${quick}`;
const questions = "goal-of-machine-learning.what-is-an-example";

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });

async function send(
  page: Page,
  method: "post" | "put" | "patch",
  path: string,
  data = {},
) {
  const response = await page.request[method](path, { data });
  const text = await response.text();
  expect(response.ok(), `${path}: ${text}`).toBe(true);
  return text === "" ? {} : JSON.parse(text);
}

/** A class opened by its teacher's browser, with one assignment. */
async function openedClass(page: Page, name: string, how: object, link = circle) {
  const { class: opened } = await send(page, "post", "/api/classes", { name, ...how });
  const at = `/api/classes/${opened.id}`;
  const assignment = await send(page, "post", `${at}/assignments`, { link });
  return { ...opened, at, assignment } as {
    code: string;
    at: string;
    assignment: { id: string; link: string };
  };
}

/** A learner's own browser, of the same size. */
async function otherBrowser(browser: Browser, page: Page, baseURL: string | undefined) {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: page.viewportSize(),
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  return { context, page: await context.newPage() };
}

async function joinOn(page: Page, code: string, name?: string) {
  await page.goto("/class/join");
  await page.getByLabel("The class’s code").fill(code);
  const field = page.getByLabel("Your name");
  if (name === undefined) await expect(field).toHaveCount(0);
  else await field.fill(name);
  await button(page, "Join").click();
}

const isIn = (page: Page) => page.getByText("You are in this class as");

/** No sideways scrolling, and nothing that axe finds. */
async function expectFits(page: Page, what: string) {
  const wide = () =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await wide(), what).toBeLessThanOrEqual(0);
  await expectAccessible(page, what);
}

async function trainAndHandIn(page: Page, className: string) {
  await button(page, /^Train( again)?$/).click();
  await expect(page.locator("[data-lab][data-status]")).toHaveAttribute(
    "data-status",
    "done",
  );
  await button(page, `Hand in to ${className}`).click();
}

// On a phone daily, on a wide screen in the long run.
for (const width of soaking ? [1280] : [360]) {
  test.describe(`at ${width} px`, { tag: "@soak" }, () => {
    test.use({ viewport: { width, height: 800 } });

    test("a learner on the list comes in by a code alone, on two devices, as one", async ({
      page,
      browser,
      baseURL,
      complaints,
    }) => {
      const opened = await openedClass(page, "Listed", { door: "roster" });
      const list = { learners: [{ name: "Ada Lovelace", section: "A" }] };
      const { added } = await send(page, "post", `${opened.at}/roster`, list);
      const phone = await otherBrowser(browser, page, baseURL);

      // The class's code and a name open no door here; what to do is told.
      await joinOn(phone.page, opened.code, "Ada Lovelace");
      await expect(phone.page.getByRole("main").getByRole("alert")).toContainText(
        "by a code of their own",
      );
      // A link with the code brings it along, and it leaves the address.
      await phone.page.goto(`/class/join#${added[0].code}`);
      await expect(phone.page.getByLabel("The class’s code")).toHaveValue(added[0].code);
      await expect(phone.page).toHaveURL("/class/join");
      await expect(phone.page.getByText("it knows the name")).toBeVisible();
      await button(phone.page, "Join").click();
      await expect(isIn(phone.page)).toContainText("Ada Lovelace");
      await expectFits(phone.page, "joined");
      await phone.page.getByRole("link", { name: "Circle" }).click();
      const works = phone.page.getByText("You work as");
      await expect(works).toContainText("Ada Lovelace, as you joined Listed");
      const seed = (await works.textContent())?.match(/seed (\d+)/)?.[1] ?? "";
      await trainAndHandIn(phone.page, "Listed");
      await expect(phone.page.getByText("✓ Handed in to Listed")).toBeVisible();
      await expectFits(phone.page, "the assignment");

      // A second device, by a new code that the first one got.
      await phone.page.goto("/class/join");
      await phone.page.getByText("Use another device as well").click();
      await button(phone.page, "Get a new code").click();
      const own = (await phone.page.locator("[data-own-code]").textContent()) ?? "";
      expect(own).not.toBe(added[0].code);
      const laptop = await otherBrowser(browser, page, baseURL);
      await joinOn(laptop.page, added[0].code);
      await expect(laptop.page.getByRole("main").getByRole("alert")).toContainText(
        "No class and no learner",
      );
      await laptop.page.getByLabel("The class’s code").fill(own.toLowerCase());
      await button(laptop.page, "Join").click();
      await expect(isIn(laptop.page)).toContainText("Ada Lovelace");
      await expect(laptop.page.getByText("Handed in late:")).toContainText("✓ confirmed");
      await laptop.page.getByRole("link", { name: "Circle" }).click();
      await expect(laptop.page.getByText("You work as")).toContainText(`seed ${seed}.`);
      // The first device is in the class as before.
      await phone.page.reload();
      await expect(isIn(phone.page)).toContainText("Ada Lovelace");
      await Promise.all([phone.context.close(), laptop.context.close()]);
      complaints.length = 0;
    });

    test("who joins a class that asks for approval waits, and is let in", {
      tag: "@long",
    }, async ({ page, browser, baseURL }) => {
      const opened = await openedClass(page, "Asked first", { approval: true });
      const { context, page: learner } = await otherBrowser(browser, page, baseURL);
      await joinOn(learner, opened.code, "Grace");
      await expect(learner.getByText(/You have asked to join as/)).toContainText("Grace");
      await expect(learner.locator("[data-own-code]")).toHaveText(/^(\w{4}-){2}\w{4}$/);
      await expect(learner.getByRole("link", { name: "Circle" })).toHaveCount(0);
      await expectFits(learner, "waiting");
      // The lab does not begin for them by mistake under another seed.
      await learner.goto(circle);
      await expect(learner.getByText("You have asked to join Asked first")).toBeVisible();
      await learner.goto("/class/join");
      const { learners } = await (
        await page.request.get(`${opened.at}/board?since=0`)
      ).json();
      expect(learners).toMatchObject([{ name: "Grace", waiting: true }]);
      await send(page, "post", `${opened.at}/learners/${learners[0].id}/approve`);
      // The page looks by itself.
      await expect(isIn(learner)).toContainText("Grace");
      await expect(learner.getByRole("link", { name: "Circle" })).toBeVisible();
      await learner.goto(circle);
      await expect(learner.getByText("You work as")).toContainText("Grace");
      await context.close();
    });

    test("late, extended, closed and marked: the learner is told each time", {
      tag: "@long",
    }, async ({ page, browser, baseURL }) => {
      const opened = await openedClass(page, "Times", {});
      const { at, assignment } = opened;
      const { context, page: learner } = await otherBrowser(browser, page, baseURL);
      await joinOn(learner, opened.code, "Ada");
      await expect(
        learner.getByText("what you hand in now counts as late"),
      ).toBeVisible();
      await learner.getByRole("link", { name: "Circle" }).click();
      await expect(learner.getByText("counts as late")).toBeVisible();
      await trainAndHandIn(learner, "Times");
      await expect(learner.getByText("✓ Handed in to Times")).toBeVisible();
      await learner.goto("/class/join");
      await expect(learner.getByText("Handed in late:")).toContainText("✓ confirmed");
      await expect(learner.getByText("4 of 4 points")).toBeVisible();

      const { learners } = await (await page.request.get(`${at}/board?since=0`)).json();
      const own = `assignments/${assignment.id}/extensions/${learners[0].id}`;
      await send(page, "put", `${at}/${own}`, { due: "2099-01-02" });
      await learner.reload();
      await expect(learner.getByText("extended for you")).toBeVisible();
      await expect(learner.getByText("Handed in:")).toContainText("✓ confirmed");
      await learner.goto(assignment.link);
      await expect(learner.getByText("extended for you")).toBeVisible();
      await expect(learner.getByText("counts as late")).toHaveCount(0);

      await send(page, "put", `${at}/${own}`, { due: null });
      const closes = Date.now() - 1000;
      await send(page, "patch", `${at}/assignments/${assignment.id}`, { closes });
      await learner.reload();
      await expect(
        learner.getByText("The class has closed this assignment"),
      ).toBeVisible();
      await trainAndHandIn(learner, "Times");
      await expect(learner.locator("[data-hand-in]")).toContainText("✗ Not taken:");
      await expect(button(learner, "Save it as a file")).toBeVisible();

      const mark = {
        points: 2.5,
        verdict: "refused",
        reason: "secret",
        comment: "By whom?",
      };
      await send(
        page,
        "put",
        `${at}/assignments/${assignment.id}/marks/${learners[0].id}`,
        mark,
      );
      await learner.goto("/class/join");
      await expect(learner.locator("[data-mark]")).toContainText(
        "not accepted, 2.5 points",
      );
      await expect(learner.locator("[data-mark]")).toContainText("By whom?");
      await expect(learner.getByText("2.5 of 4 points")).toBeVisible();
      await expect(learner.getByText("secret")).toHaveCount(0);
      await expectFits(learner, "marked");
      await context.close();
    });

    test("a quiz tells what is right once it is handed in", async ({
      page,
      browser,
      baseURL,
    }) => {
      const link = `/labs/network?assignment=1&title=Quiz&quiz=${questions}&quizpoints=10&feedback=handed&tries=2&${quick}`;
      const opened = await openedClass(page, "Handed", {}, link);
      const { context, page: learner } = await otherBrowser(browser, page, baseURL);
      await joinOn(learner, opened.code, "Ada");
      await expect(isIn(learner)).toBeVisible();
      // Where questions are all that counts, nothing is said of receipts.
      await expect(learner.getByText("Graded questions: not started yet.")).toBeVisible();
      await expect(learner.getByText("Nothing handed in yet")).toHaveCount(0);
      await learner.goto(link);
      await expect(learner.locator("[data-feedback]")).toContainText(
        "once you have handed all of them in",
      );
      await button(learner, "Start").click();
      const cards = learner.locator("[data-graded]");
      await cards.nth(0).getByRole("radio").first().check();
      await button(learner, "Give this answer (try 1 of 2)").first().click();
      const told = cards.nth(0).getByRole("status");
      await expect(told).toHaveText("Given. 1 try left to change it.");
      await cards.nth(0).getByRole("radio").nth(1).check();
      await button(learner, "Change the answer (try 2 of 2)").click();
      await expect(told).toHaveText("Given.");
      await expectFits(learner, "a quiz under way");
      await learner.reload();
      await expect(told).toHaveText("Given.");
      await expect(cards.nth(0)).toHaveAttribute("data-state", "open");
      await button(learner, "Hand in all answers").click();
      await expect(
        learner.getByText("You have answered 1 of 2 questions."),
      ).toBeVisible();
      await button(learner, "Hand them in").click();
      await expect(learner.locator("[data-score]")).toHaveText(
        /^Handed in: ([01]) of 2 right, (0|5) of 10 points\.$/,
      );
      await expect(cards.nth(0)).toHaveAttribute("data-state", /right|wrong/);
      await expect(cards.nth(1).getByRole("status")).toHaveText("Not answered.");
      await learner.goto("/class/join");
      await expect(learner.getByText("Graded questions: handed in,")).toBeVisible();
      await expect(learner.getByText(/(0|5) of 10 points/)).toBeVisible();
      await context.close();
    });

    test("a quiz tells what is right after the due date, and nothing before", async ({
      page,
      browser,
      baseURL,
    }) => {
      const link = `/labs/network?assignment=1&title=Quiz&quiz=${questions}&feedback=due&due=2099-01-02T12:00Z&${quick}`;
      const opened = await openedClass(page, "Due", {}, link);
      const { context, page: learner } = await otherBrowser(browser, page, baseURL);
      await joinOn(learner, opened.code, "Ada");
      await expect(isIn(learner)).toBeVisible();
      await learner.goto(link);
      await expect(learner.locator("[data-feedback]")).toContainText("after 2 Jan 2099");
      await button(learner, "Start").click();
      const card = learner.locator("[data-graded]").first();
      await card.getByRole("radio").first().check();
      await button(learner, "Give this answer (try 1 of 1)").first().click();
      await expect(card.getByRole("status")).toHaveText("Given.");
      await expect(button(learner, "Hand in all answers")).toHaveCount(0);
      await learner.goto("/class/join");
      await expect(learner.getByText("Graded questions: 1 of 2 answered.")).toBeVisible();
      // The teacher moves the date: it is past now.
      const { at, assignment } = opened;
      const past = assignment.link.replace("due=2099", "due=2026");
      await send(page, "patch", `${at}/assignments/${assignment.id}`, { link: past });
      await learner.goto(link);
      await expect(learner.getByText("Due has changed this assignment")).toBeVisible();
      await expect(learner.locator("[data-score]")).toHaveText(
        /^No more answers are taken: [01] of 2 right\.$/,
      );
      await expect(card).toHaveAttribute("data-state", /right|wrong/);
      await context.close();
    });
  });
}

test("a receipt is never handed in as another learner's who joined in the same browser", async ({
  page,
  browser,
  baseURL,
  complaints,
}) => {
  const opened = await openedClass(page, "Shared", {});
  const { context, page: learner } = await otherBrowser(browser, page, baseURL);
  await joinOn(learner, opened.code, "Ada");
  await learner.getByRole("link", { name: "Circle" }).click();
  await context.route("**/hand-in", (route) => route.abort());
  await trainAndHandIn(learner, "Shared");
  await expect(learner.getByText("Waiting for the connection")).toBeVisible();
  await joinOn(learner, opened.code, "Bob");
  await expect(isIn(learner)).toContainText("Bob");
  await context.unroute("**/hand-in");
  const entry = learner.locator("[data-entry]");
  await button(learner, "Try now").click();
  await expect(entry).toContainText("It is Ada’s, and this browser has joined");
  const { receipts } = await (
    await page.request.get(`${opened.at}/board?since=0`)
  ).json();
  expect(receipts).toEqual([]);
  await context.close();
  complaints.length = 0;
});
