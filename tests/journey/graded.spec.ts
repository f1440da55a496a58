// Graded questions from the workshop to the board, with the site's real server behind it.
import type { Browser, Page } from "@playwright/test";
import { readLink } from "@/labs/assignment/assignment-link";
import { expectAccessible, expectAccessibleInEveryLook } from "./accessible";
import { ownPrefix, writeBank } from "./graded-bank";
import { expect, test } from "./strict-test";

// Each run counts as another address, so that the limits are those of one.
const address = `10.2.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;
test.use({ extraHTTPHeaders: { "x-forwarded-for": address } });

const prefix = ownPrefix();
const capital = `${prefix}-capital`;
const sum = `${prefix}-sum`;

const bank = `
- id: ${capital}
  kind: one
  asks: "${prefix}: which city is the capital of France?"
  idea: passes
  options:
    - { text: Lyon, why: No. }
    - { text: Paris, right: true, why: Yes. }
    - { text: Nice, why: No. }
- id: ${sum}
  kind: number
  asks: "${prefix}: what is two and two?"
  idea: passes
  answer: 4
  right: Yes.
  wrong: No.
`;

let removeBank = async () => {};
test.beforeAll(async () => {
  removeBank = await writeBank(prefix, bank);
});
test.afterAll(() => removeBank());

const quick = "samples=60&layers=3&passes=40&device=cpu";
const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });
const question = (page: Page, id: string) => page.locator(`[data-graded="${id}"]`);

async function classWith(page: Page, link: string) {
  const post = async (path: string, data: object) => {
    const response = await page.request.post(path, { data });
    expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
    return response.json();
  };
  const { class: opened } = await post("/api/classes", { name: "Quizzed" });
  await post(`/api/classes/${opened.id}/assignments`, { link });
  return opened as { id: string; code: string };
}

/** Opens a class as teachers do: the site's own bank is for them alone. */
async function becomeTeacher(page: Page) {
  await page.goto("/class");
  await page.getByLabel("Name of the class").fill("My first");
  await page.getByLabel("Name of the class").press("Enter");
  await expect(page.getByRole("heading", { name: "My first", level: 1 })).toBeVisible();
}

/** A learner's own browser that has joined, at the assignment. */
async function learnerAt(browser: Browser, page: Page, code: string, link: string) {
  const context = await browser.newContext({
    extraHTTPHeaders: { "x-forwarded-for": address },
    baseURL: new URL(page.url()).origin,
  });
  const learner = await context.newPage();
  await learner.goto(`/class/join?code=${code}`);
  await expect(learner.getByLabel("The class’s code")).toHaveValue(code);
  await learner.getByLabel("Your name").fill("Ada");
  await learner.getByLabel("Your name").press("Enter");
  await expect(learner.getByText("You are in this class as")).toContainText("Ada");
  await learner.goto(link);
  return { context, learner };
}

test("graded questions are assigned, answered and scored by keyboard alone", async ({
  page,
  browser,
}) => {
  await becomeTeacher(page);
  await page.goto(`/assign?lab=network&${quick}`);
  const step = page.getByRole("region", { name: "5. Ask graded questions" });
  await step.getByText("Questions for a grade").focus();
  await page.keyboard.press("Enter");
  const choice = step.getByLabel("Graded question", { exact: true });
  await expect(choice.locator("optgroup").first()).toHaveAttribute(
    "label",
    "The site’s own bank",
  );
  for (const words of ["which city", "what is two"]) {
    await choice.focus();
    await page.keyboard.type(`${prefix}: ${words}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  }
  await expect(step.getByText("2 questions, 1 try each, no time limit.")).toBeVisible();
  await step.getByLabel("Tries at each question").focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("2");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("20");
  await expect(step.locator("[data-terms]")).toContainText(
    "2 questions, 2 tries each, 20 minutes once you start.",
  );
  await expectAccessible(page, "the workshop");
  const written = await page.getByLabel("The link", { exact: true }).inputValue();
  expect(readLink(written)?.assignment).toMatchObject({
    ...{ quiz: [capital, sum], tries: 2, minutes: 20 },
  });
  const link = new URL(written).pathname + new URL(written).search;
  const opened = await classWith(page, link);

  await page.goto(link);
  await expect(page.locator("[data-graded-part]")).toContainText("2 questions, asked by");
  const join = page.getByRole("region", { name: "Graded questions" }).getByRole("link");
  await expect(join).toHaveAttribute("href", "/class/join");
  await expect(page.locator("[data-graded]")).toHaveCount(0);

  const { context, learner } = await learnerAt(browser, page, opened.code, link);
  await learner.clock.install();
  const asked: string[] = [];
  learner.on("request", (request) => asked.push(request.url()));
  await learner.reload();
  await expect(learner.locator("[data-terms]")).toHaveText(
    "2 questions, 2 tries each, 20 minutes once you start.",
  );
  const lab = learner.locator("[data-lab][data-assignment]");
  const before = await lab.getAttribute("data-assignment");
  await button(learner, "Start").focus();
  await learner.keyboard.press("Enter");
  await expect(learner.getByRole("heading", { name: "Graded questions" })).toBeFocused();
  await expect(learner.getByRole("timer")).toHaveText(/^(20:00|19:\d\d) left$/);

  const first = question(learner, capital);
  const second = question(learner, sum);
  // How sure somebody is stays between them and their own questions.
  await expect(learner.getByRole("slider", { name: /How sure/ })).toHaveCount(0);
  await first.getByRole("radio").first().focus();
  await learner.keyboard.press("Space");
  await first.getByLabel("Lyon").focus();
  await learner.keyboard.press("Space");
  await learner.keyboard.press("Tab");
  await expect(button(learner, "Hand in this answer (try 1 of 2)").first()).toBeFocused();
  await learner.keyboard.press("Enter");
  await expect(first.getByRole("status")).toHaveText("✗ Not right. 1 try left.");
  await expect(first.getByRole("button")).toBeFocused();
  await learner.keyboard.press("Enter");
  await expect(first.getByRole("status")).toContainText("change it first");
  await second.getByRole("textbox").focus();
  await learner.keyboard.type("4");
  await learner.keyboard.press("Enter");
  await expect(second.getByRole("status")).toHaveText("✓ Right.");

  await expectAccessibleInEveryLook(learner);

  // What is open, what was handed in and the clock are as they were after a reload.
  await learner.reload();
  await expect(second.getByRole("status")).toHaveText("✓ Right.");
  await expect(first.getByLabel("Lyon")).toBeChecked();
  await expect(first.getByRole("status")).toHaveText("✗ Not right. 1 try left.");
  await learner.clock.fastForward("15:30");
  await expect(learner.getByText("5 minutes left.")).toBeVisible();
  await learner.clock.fastForward("06:00");
  await expect(learner.locator("[data-score]")).toHaveText(
    "The time is over: 1 of 2 right.",
  );
  await expect(first.getByRole("button")).toHaveAttribute("aria-disabled", "true");
  await first.getByLabel("Paris").focus();
  await learner.keyboard.press("Space");
  await expect(first.getByLabel("Paris")).not.toBeChecked();
  await expect(lab).toHaveAttribute("data-assignment", before ?? "none");
  expect(asked.filter((url) => url.includes("/questions.json"))).toEqual([]);
  await context.close();

  const scores = await page.request.get(`/api/classes/${opened.id}/quiz`);
  const told: { scores: { question: string; right: boolean }[] } = await scores.json();
  expect(told.scores.map((one) => [one.question, one.right])).toEqual([
    [capital, false],
    [sum, true],
  ]);
  await page.goto(`/class?c=${opened.id}`);
  await expect(page.getByRole("row").filter({ hasText: "Ada" }).first()).toContainText(
    "1 of 2 right",
  );
});

test("an answer handed in offline, or whose reply was lost, is sent again and counts once", {
  tag: "@long",
}, async ({ page, browser, complaints }) => {
  const link = `/labs/network?assignment=1&quiz=${capital}.${sum}.no-such-question&tries=2&${quick}`;
  await page.goto("/class/join");
  const opened = await classWith(page, link);
  const { context, learner } = await learnerAt(browser, page, opened.code, link);
  await expect(
    learner.getByText("The site does not know 1 graded question of this assignment"),
  ).toBeVisible();
  await button(learner, "Start").click();
  const second = question(learner, sum);
  await context.setOffline(true);
  await second.getByRole("textbox").fill("5");
  await button(learner, "Hand in this answer (try 1 of 2)").last().click();
  await expect(second.getByRole("status")).toContainText("Not handed in.");
  await expect(second.getByRole("textbox")).toHaveAttribute("readonly");
  await context.setOffline(false);
  // The connection is back: it goes in by itself.
  await expect(second.getByRole("status")).toHaveText("✗ Not right. 1 try left.");

  await context.route("**/quiz/answers", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await question(learner, capital).getByLabel("Paris").check();
  await button(learner, "Hand in this answer (try 1 of 2)").click();
  await expect(question(learner, capital).getByRole("status")).toContainText(
    "Not handed in.",
  );
  await context.unroute("**/quiz/answers");
  await button(learner, "Send it again").click();
  await expect(question(learner, capital).getByRole("status")).toHaveText("✓ Right.");
  // A word that is being typed is there again after a reload.
  await second.getByRole("textbox").fill("4,0");
  await learner.reload();
  await expect(second.getByRole("textbox")).toHaveValue("4,0");
  await second.getByRole("textbox").press("Enter");
  await expect(learner.locator("[data-score]")).toHaveText(
    "All is handed in: 2 of 2 right.",
  );
  const scores = await page.request.get(`/api/classes/${opened.id}/quiz`);
  const told: { scores: object[] } = await scores.json();
  expect(told.scores).toHaveLength(3);

  // Who makes an assignment is told where the site's own bank cannot be had.
  await context.close();
  await becomeTeacher(page);
  await page.goto("/assign");
  const list = page.getByText("Questions for a grade");
  await expect(list).toBeVisible();
  await page.context().setOffline(true);
  await list.click();
  await expect(page.getByText("bank cannot be read just now")).toBeVisible();
  await page.context().setOffline(false);
  await page.route("**/graded", (route) =>
    route.fulfill({ status: 404, contentType: "text/html", body: "<p>No such file" }),
  );
  await list.click();
  await list.click();
  await expect(page.getByText("shows to teachers alone")).toBeVisible();
  await page.unroute("**/graded");
  await list.click();
  await list.click();
  await expect(page.locator(`option[value="${sum}"]`)).toHaveCount(1);
  complaints.length = 0;
});
