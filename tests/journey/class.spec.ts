// A class as its teacher and its learners meet it, with the site's real server behind it.
import { readFile } from "node:fs/promises";
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { readQuestions } from "@/content/quiz/lesson-questions";
import { pack } from "@/labs/receipt/packed";
import { trainReceipt } from "../labs/receipt/train-receipt";
import { expectAccessibleInEveryLook } from "./accessible";
import { blockStorage } from "./blocked-storage";
import { expect, test } from "./strict-test";

// Each run counts as another address, so that the limits are those of one.
const address = `10.${Array.from({ length: 3 }, () => Math.floor(Math.random() * 256)).join(".")}`;
test.use({ extraHTTPHeaders: { "x-forwarded-for": address } });

const quick = "samples=60&layers=3&passes=40&device=cpu";
const easy = `/labs/network?assignment=1&title=Circle&goal=loss_9&lock=passes-data&${quick}`;
const hard = `/labs/network?assignment=1&title=Spiral&goal=loss_0.0002&due=2026-12-01&data=spiral&${quick}`;

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });
const row = (page: Page, name: string) =>
  page.getByRole("group", { name: "Board" }).getByRole("row").filter({ hasText: name });

/** A class opened by its teacher's browser, with assignments, without its page. */
async function openedClass(page: Page, name: string, links: readonly string[]) {
  const post = async (path: string, data: object = {}) => {
    const response = await page.request.post(path, { data });
    expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
    return response.json();
  };
  const { class: opened, secret } = await post("/api/classes", { name });
  const assignments: { id: string; link: string }[] = [];
  for (const link of links) {
    assignments.push(await post(`/api/classes/${opened.id}/assignments`, { link }));
  }
  return { ...opened, secret, assignments };
}

type Opened = Awaited<ReturnType<typeof openedClass>>;

/** A learner without a page. */
async function join(request: APIRequestContext, { id, code }: Opened, name: string) {
  const response = await request.post("/api/join", { data: { code, name } });
  expect(response.ok(), await response.text()).toBe(true);
  const whose = { name, id: (await response.json()).learner };
  let count = 0;
  return async (assignment: { id: string; link: string }, passes = 40) => {
    count += 1;
    const packed = await pack(trainReceipt(assignment.link, whose, { passes }));
    const key = `key-of-the-receipt-${count}`;
    const data = { key, assignment: assignment.id, packed };
    const taken = await request.post(`/api/classes/${id}/hand-in`, { data });
    expect(taken.ok(), await taken.text()).toBe(true);
  };
}

/** Another browser, with a page of its own. */
async function otherBrowser(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  return { context, page: await context.newPage() };
}

async function joinOn(page: Page, code: string, name: string) {
  await page.goto(`/class/join?code=${code}`);
  await expect(page.getByLabel("The class’s code")).toHaveValue(code);
  await page.getByLabel("Your name").fill(name);
  await button(page, "Join").click();
  await expect(page.getByText("You are in this class as")).toContainText(name);
}

async function train(page: Page) {
  await button(page, "Train").click();
  await expect(page.locator("[data-lab][data-status]")).toHaveAttribute(
    "data-status",
    "done",
  );
}

test("a class is opened, joined, handed in to, and its board shows it as it happens", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.goto("/class");
  await button(page, "Open the class").click();
  await expect(page.getByText("Give the class a name first")).toBeVisible();
  await page.getByLabel("Name of the class").fill("Biology 2b");
  await page.getByLabel("Name of the class").press("Enter");
  await expect(
    page.getByRole("heading", { name: "Keep your private link and your recovery code" }),
  ).toBeFocused();
  await expect(page).toHaveURL(/\/class\?c=[A-Za-z0-9_-]+$/);
  const code = (await page.locator("[data-code]").textContent()) ?? "";
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await expect(page.getByRole("img", { name: "QR code" }).locator("path")).toBeVisible();
  await button(page, "Copy the link to join").click();
  await expect.poll(copied).toBe(new URL(`/class/join?code=${code}`, page.url()).href);
  await button(page, "Copy the private link").click();
  const secret = await page.locator("[data-private-link]").getAttribute("href");
  await expect.poll(copied).toBe(secret);
  await button(page, "I have kept both").click();
  await expect(page.locator("[data-private-link]")).toHaveCount(0);
  expect(await page.content()).not.toContain("class#");

  const box = page.getByLabel("Link of an assignment");
  await box.fill(easy.replace("loss_9", "beauty_9"));
  await button(page, "Add it to the class").click();
  await expect(page.getByText("beauty_9")).toBeVisible();
  await box.fill(new URL(easy, page.url()).href);
  await box.press("Enter");
  await expect(page.getByText("“Circle” was added")).toBeVisible();
  await expect(page.getByText("0 receipts", { exact: false }).first()).toBeVisible();

  const { context, page: learner } = await otherBrowser(browser, baseURL);
  await joinOn(learner, code, "Ada");
  await expect(row(page, "Ada")).toBeVisible();
  await learner.getByRole("link", { name: "Circle" }).click();
  await expect(learner.getByText("You work as")).toContainText("Ada");
  await train(learner);
  await button(learner, "Hand in to Biology 2b").click();
  await expect(learner.getByText("✓ Handed in to Biology 2b as Ada.")).toBeVisible();

  await expect(row(page, "Ada")).toContainText("✓ confirmed 1");
  await expect(page.getByText("● live")).toBeVisible();
  await learner.goto("/class/join");
  await expect(learner.getByText("Handed in:")).toContainText("✓ confirmed");

  // What was added meanwhile is the class's, too, for who opens its link from elsewhere.
  await box.fill(hard);
  await box.press("Enter");
  await expect(page.getByText("“Spiral” was added")).toBeVisible();
  await learner.goto("/labs");
  await learner.goto(hard);
  await expect(learner.getByText("You work as")).toContainText("Ada");
  await context.close();
  await page.getByRole("link", { name: "Classes", exact: true }).click();
  await expect(
    page.getByRole("heading", { name: "Opened in this browser" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Biology 2b" }).click();
  await expect(row(page, "Ada")).toContainText("✓ confirmed 1");
});

test("what is handed in offline, by a double click, goes in once when the connection is back", async ({
  page,
  browser,
  baseURL,
}) => {
  const opened = await openedClass(page, "Offline", [easy]);
  const { context, page: learner } = await otherBrowser(browser, baseURL);
  await joinOn(learner, opened.code, "Bob");
  await learner.getByRole("link", { name: "Circle" }).click();
  await train(learner);
  const second = await context.newPage();
  await second.goto("/class/join");
  await expect(second.getByText("Nothing handed in yet.")).toBeVisible();
  await context.setOffline(true);
  await button(learner, "Hand in to Offline").dblclick();
  await expect(learner.getByText("Waiting for the connection")).toBeVisible();
  await expect(second.getByText("The receipt for “Circle”, by Bob")).toBeVisible();
  await context.setOffline(false);
  await expect(learner.getByText("✓ Handed in to Offline as Bob.")).toBeVisible();
  await expect(second.getByText("Handed in:")).toBeVisible();
  await second.close();
  // Two tabs may have sent it; the class has it once.
  await page.goto(`/class?c=${opened.id}`);
  await expect(row(page, "Bob")).toContainText("✓ confirmed 1");

  // Another receipt waits while the page is closed, and goes in from the next one.
  await learner.getByLabel("Batch size").fill("7");
  await learner.keyboard.press("Enter");
  await train(learner);
  // The answer is lost on its way: the class has it, and the browser does not know.
  await context.route("**/hand-in", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await button(learner, "Hand in to Offline").click();
  await expect(learner.getByText("Waiting for the connection")).toBeVisible();
  await learner.close();
  await context.unroute("**/hand-in");
  const later = await context.newPage();
  await later.goto("/class/join");
  await expect(later.getByText("Handed in:")).toBeVisible();
  await expect(later.getByRole("heading", { name: "On its way" })).toHaveCount(0);
  await page.goto(`/class?c=${opened.id}`);
  await expect(row(page, "Bob")).toContainText("✓ confirmed 2");
  await context.close();
});

test("a private link opens the class, leaves the address, and is void once renewed", async ({
  page,
  browser,
  baseURL,
  complaints,
}) => {
  const opened = await openedClass(page, "Keys", []);
  const path = `/class#${opened.id}.${opened.secret}`;
  const { context, page: second } = await otherBrowser(browser, baseURL);
  await second.goto(`/class?c=${opened.id}`);
  await expect(second.getByText("Only a teacher of this class")).toBeVisible();
  await second.goto(path);
  await expect(second.getByRole("heading", { name: "Keys" })).toBeVisible();
  await expect(second).toHaveURL(`/class?c=${opened.id}`);
  expect(await second.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(
    opened.secret,
  );
  await second.goto("/class");
  await expect(second.getByRole("link", { name: "Keys" })).toBeVisible();
  await second.goto(`/class?c=${opened.id}`);
  await expect(second.getByText("● live")).toBeVisible();

  await page.goto(`/class?c=${opened.id}`);
  await button(page, "Renew the private link").click();
  await button(page, "Renew it").click();
  const renewed = await page.locator("[data-private-link]").getAttribute("href");
  expect(renewed).not.toContain(opened.secret);
  await expect(page.getByText("● live")).toBeVisible();
  await expect(second.getByText("Only a teacher of this class")).toBeVisible();
  await second.goto("/progress");
  await second.goto(path);
  await expect(second.getByRole("button", { name: "Try again" })).toBeVisible();
  await second.goto("/progress");
  await second.goto(renewed ?? "");
  await expect(second.getByText("● live")).toBeVisible();
  await context.close();
  // Not one word of the page's own.
  expect(complaints.filter((text) => !text.includes("403"))).toEqual([]);
  complaints.length = 0;
});

test("a learner is let in again and deleted, an assignment and the class go", {
  tag: "@long",
}, async ({ page, browser, baseURL, complaints }) => {
  const opened = await openedClass(page, "Coming and going", [easy, hard]);
  const { context, page: learner } = await otherBrowser(browser, baseURL);
  await joinOn(learner, opened.code, "Cem");
  const handIn = await join(page.request, opened, "Zoë");
  await handIn(opened.assignments[0]);
  await handIn(opened.assignments[1]);
  await page.goto(`/class?c=${opened.id}`);

  const { context: home, page: computer } = await otherBrowser(browser, baseURL);
  await computer.goto(`/class/join?code=${opened.code.toLowerCase()}`);
  await computer.getByLabel("Your name").fill("Cem");
  await button(computer, "Join").click();
  await expect(computer.getByText("Somebody in this class has that name")).toBeVisible();
  await button(page, "Cem").click();
  await button(page, "Let in again: a new code").click();
  await button(page, "Make a new code").click();
  await expect(page.getByRole("heading", { name: "The code of Cem" })).toBeFocused();
  const own = (await page.locator("[data-learner-code]").textContent()) ?? "";
  await button(page, "I have kept it").click();
  await computer.getByLabel("The class’s code").fill(own);
  await button(computer, "Join").click();
  await expect(computer.getByText("You are in this class as")).toContainText("Cem");
  // The code brings a second device in, and puts none out.
  await learner.reload();
  await expect(learner.getByText("You are in this class as")).toContainText("Cem");

  await button(page, "Zoë").click();
  await button(page, "Delete this learner").click();
  await expect(page.getByText("With Zoë go 2 receipts")).toBeVisible();
  await button(page, "Delete for good").click();
  await expect(page.getByText("1 learner, 0 receipts")).toBeVisible();
  await expect(row(page, "Zoë")).toHaveCount(0);

  const list = page.locator("details", { hasText: "Link of an assignment" });
  await list.locator("summary").click();
  await button(page, "Delete Spiral").click();
  await button(page, "Delete for good").click();
  await expect(page.getByRole("columnheader", { name: "Spiral" })).toHaveCount(0);

  await button(computer, "Leave this class on this browser").click();
  await button(computer, "Leave it").click();
  await expect(computer.getByText("You are in this class as")).toHaveCount(0);
  await button(page, "Delete the class").click();
  await button(page, "Delete the class for good").click({ force: true });
  await expect(page.getByRole("heading", { name: "Coming and going" })).toBeVisible();
  await page.getByLabel(/^Type “Coming and going”/).fill("Coming and going");
  await button(page, "Delete the class for good").click();
  await expect(page.getByRole("heading", { name: "Open a class" })).toBeVisible();
  await expect(page.getByText("Opened in this browser")).toHaveCount(0);
  await learner.reload();
  await expect(learner.getByText("no such class, or it was deleted")).toBeVisible();
  await Promise.all([context.close(), home.close()]);
  complaints.length = 0;
});

test("the board is filtered, sorted, compared, opened cell by cell, and saved as CSV", async ({
  page,
  playwright,
  baseURL,
}) => {
  const opened = await openedClass(page, "Many", [easy, hard]);
  for (const [name, passes] of [
    ["Ada", [40]],
    ["=1+1", [30, 40]],
    ["Zoë", []],
  ] as const) {
    const request = await playwright.request.newContext({
      ...(baseURL && { baseURL }),
      extraHTTPHeaders: { "x-forwarded-for": address },
    });
    const handIn = await join(request, opened, name);
    for (const many of passes) await handIn(opened.assignments[0], many);
    if (name === "Ada") await handIn(opened.assignments[1]);
    await request.dispose();
  }
  await page.goto(`/class?c=${opened.id}`);
  await expect(row(page, "Ada")).toContainText("✓ confirmed 1 handed in");
  await expect(row(page, "Ada")).toContainText("✗ not met 1 handed in");
  await expect(row(page, "=1+1")).toContainText("2 handed in");

  const names = async () =>
    (await page.locator("[data-learner] th").allTextContents()).map((text) =>
      text.trim(),
    );
  await page.getByLabel("Sorted by").selectOption("name");
  await expect.poll(names).toEqual(["=1+1", "Ada", "Zoë"]);
  await page.getByLabel("Verdict").selectOption("✗ not met");
  await expect.poll(names).toEqual(["Ada"]);
  await page.getByLabel("Verdict").selectOption("nothing handed in");
  await page.getByLabel("Assignment", { exact: true }).selectOption("Circle");
  await expect.poll(names).toEqual(["Zoë"]);
  await expect(page.getByRole("columnheader", { name: "Spiral" })).toHaveCount(0);
  await page.getByLabel("Verdict").selectOption("any verdict");
  await page.getByLabel("Name", { exact: true }).fill("AD");
  await expect.poll(names).toEqual(["Ada"]);
  await expect(page.getByText("1 of 3 learners, 4 receipts")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("");

  for (const name of ["Ada", "=1+1"]) {
    await page.getByLabel(`Choose ${name}`).check();
  }
  await expect(page.locator(".recharts-line")).toHaveCount(2);
  const curves = page.getByRole("group", { name: "Curves compared" });
  await expect(curves.getByRole("row")).toHaveCount(3);
  await expect(curves.getByRole("row", { name: "Ada" })).toContainText("40");

  const cell = page.getByRole("button", { name: /^=1\+1, Circle/ });
  await cell.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "=1+1: Circle" });
  await expect(dialog.locator("[data-receipt]")).toHaveCount(2);
  await expect(
    dialog.getByRole("link", { name: "Open the check" }).first(),
  ).toHaveAttribute("href", new RegExp(`^/receipt#class=${opened.id}/`));
  await expect(
    dialog.getByRole("link", { name: "Open the run" }).first(),
  ).toHaveAttribute("href", /^\/labs\/network\?.*seed=/);
  await page.keyboard.press("Escape");
  await expect(cell).toBeFocused();

  await page.locator("summary", { hasText: "Save as CSV" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    button(page, "All receipts as CSV").click(),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv.trim().split("\r\n")).toHaveLength(5);
  expect(csv).toContain('"\'=1+1",,,Circle');
  expect(csv).not.toMatch(/(^|,)"?=/m);
});

test("answers to quizzes go in with one click, and are counted by question", async ({
  page,
  browser,
  baseURL,
}) => {
  const opened = await openedClass(page, "Answers", []);
  const { context, page: learner } = await otherBrowser(browser, baseURL);
  await joinOn(learner, opened.code, "Eve");
  await expect(learner.getByText("You have not answered any question")).toBeVisible();
  const question = (await readQuestions("machine-learning")).find(
    ({ kind }) => kind === "one",
  );
  await learner.goto(`/lessons/machine-learning#question-${question?.id}`);
  const card = learner.locator(`[data-question="${question?.id}"]`);
  await card.getByRole("radio").first().check();
  await card.getByRole("button", { name: "Check" }).click();
  await expect(card).toHaveAttribute("data-state", /right|wrong/);
  await learner.goto("/class/join");
  await expect(learner.getByText("latest answer to 1 question")).toBeVisible();
  await button(learner, "Hand in my quiz answers").click();
  await expect(learner.getByText("✓ Handed in to Answers as Eve.")).toBeVisible();
  await context.close();
  await page.goto(`/class?c=${opened.id}`);
  await button(page, "Show the answers").click();
  await expect(page.locator("[data-question-count]")).toHaveCount(1);
  await expect(page.locator("[data-question-count]")).toContainText(/[01] of 1/);
});

test("where storage is blocked, a class is joined all the same, and what that means is told", {
  tag: "@long",
}, async ({ page }) => {
  await blockStorage(page);
  const opened = await openedClass(page, "Forgetful", [easy]);
  await joinOn(page, opened.code, "Ada");
  const told = page.getByText("This browser keeps nothing for the site");
  await expect(told).toContainText("What you have handed in stays with it");
  await expect(page.getByText("Nothing handed in yet.")).toBeVisible();
  await page.goto(`/class?c=${opened.id}`);
  await expect(row(page, "Ada")).toBeVisible();
});

test("a site of files alone says that it has no classes", async ({
  page,
  complaints,
}) => {
  await page.route("**/api/**", (route) =>
    route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }),
  );
  await page.goto("/class");
  await page.getByLabel("Name of the class").fill("Nowhere");
  await button(page, "Open the class").click();
  await expect(page.getByText("This site runs without a server")).toBeVisible();
  complaints.length = 0;
});

test("a class is opened and its board used by keyboard alone", async ({ page }) => {
  await page.goto("/class");
  await page.getByLabel("Name of the class").focus();
  await page.keyboard.type("Keyboard");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("heading", { name: "Keep your private link" }),
  ).toBeFocused();
  const tabTo = async (name: string) => {
    for (let at = 0; at < 40; at += 1) {
      await page.keyboard.press("Tab");
      const found = page.locator(":focus");
      if ((await found.textContent()) === name) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await tabTo("I have kept both");
  await page.keyboard.press("Enter");
  await tabTo("Renew the private link");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The link that you have now will open")).toBeVisible();
  await tabTo("No, keep it as it is");
  await page.keyboard.press("Enter");
  await expect(button(page, "Renew the private link")).toBeFocused();
});

test("axe finds nothing on a class's pages, narrow and wide, light and dark", {
  tag: "@soak",
}, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const opened = await openedClass(page, "Accessible to all", [easy, hard]);
  const handIn = await join(page.request, opened, "Ada Lovelace-of-the-long-name");
  await handIn(opened.assignments[0]);
  const clean = (what: string) => expectAccessibleInEveryLook(page, what);
  await page.goto(`/class#${opened.id}.${opened.secret}`);
  await expect(row(page, "Ada")).toContainText("✓ confirmed");
  await page.getByLabel("Choose Ada").check();
  await expect(page.locator(".recharts-surface").first()).toBeAttached();
  for (const summary of await page.locator("main summary").all()) await summary.click();
  await button(page, "Delete the class").click();
  await clean("the board");
  await page.getByRole("button", { name: /Circle:/ }).click();
  await expect(page.getByRole("link", { name: "Open the run" })).toBeVisible();
  await clean("a cell");
  await page.goto("/class");
  await expect(page.getByText("Opened in this browser")).toBeVisible();
  await clean("the list");
  await page.goto(`/class/join?code=${opened.code}`);
  await page.getByLabel("Your name").fill("Bob");
  await button(page, "Join").click();
  await expect(page.getByText("Nothing handed in yet.")).toHaveCount(2);
  await clean("the learner's page");
  await page.goto("/class/privacy");
  await page.getByRole("main").getByRole("link", { name: "What is kept" }).click();
  await expect(page).toHaveURL("/about/privacy#class");
});
