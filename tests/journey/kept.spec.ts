// A browser that an earlier version of the site has left full: each page finds its own.
import type { Page } from "@playwright/test";
import kept from "../kept/browser.json" with { type: "json" };
import { showCard } from "./answer-by-keyboard";
import { expect, test } from "./strict-test";

/** Lets the browser hold these texts before its first page, and never again. */
const keep = (page: Page, texts: Readonly<Record<string, string>>) =>
  page.addInitScript((given) => {
    if (localStorage.length > 0) return;
    for (const [name, text] of Object.entries(given)) localStorage.setItem(name, text);
  }, texts);

test("a teacher's answers, shelf, draft, classes and theme are there", async ({
  page,
}) => {
  await keep(page, kept.teacher);
  await page.goto("/progress");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const answered = page.locator(
    '[data-progress="machine-learning"] [data-question][data-state=wrong]',
  );
  await expect(answered).toHaveCount(5);

  await page.goto("/lessons/machine-learning");
  const card = page.locator("[data-question=beats-same-as-last]");
  await expect(card).toHaveAttribute("data-state", "wrong");
  await expect(card.getByRole("radio", { name: "For both" })).toBeChecked();
  const typed = page.locator("[data-question=score-from-squares]");
  await showCard(typed);
  await expect(typed.getByRole("textbox")).toHaveValue("3");

  await page.goto("/labs/network");
  await page.getByText("Run shelf (1)").click();
  const run = page.getByRole("group", { name: "Runs compared" }).locator("tbody tr");
  await expect(run.last().getByLabel(/^Name of/)).toHaveValue("The first, “quoted”");
  await expect(page.getByText("The first, “quoted”, train loss")).toBeVisible();

  await page.goto("/assign");
  await expect(page.getByLabel("Title")).toHaveValue("Draft “one”");
  await expect(page.getByRole("textbox", { name: "Instructions" })).toHaveValue(
    "Do **it**.",
  );

  await page.goto("/class");
  await expect(page.getByRole("link", { name: "Biology 2b" })).toBeVisible();
});

test("a learner's class, work and what waits to be handed in are there", async ({
  page,
  complaints,
}) => {
  const [circle, spiral] = JSON.parse(kept.learner["next-pass-classes"])[0].assignments;
  await keep(page, kept.learner);
  // The class is another server's: nothing of it is known here.
  await page.route("**/api/**", (route) => route.abort());
  await page.goto("/class/join");
  await expect(page.getByText("You are in this class as")).toContainText("Ada");
  await expect(page.getByRole("link", { name: "Circle" })).toHaveAttribute(
    "href",
    circle.link,
  );
  await expect(page.getByText("The receipt for “Spiral”, by Ada")).toBeVisible();
  await expect(page.getByText("5 quiz answers, by Ada")).toBeVisible();

  await page.goto(spiral.link);
  await expect(page.getByText("You work as")).toContainText("Ada");
  await page.getByText("A copy for yourself").click();
  const receipt = page.getByRole("link", { name: "Open the receipt in a new tab" });
  const [work] = JSON.parse(kept.learner["next-pass-work"]);
  await expect(receipt).toHaveAttribute("href", `/receipt#${work.receipt}`);
  complaints.length = 0;
});
