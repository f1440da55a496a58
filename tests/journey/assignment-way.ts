// An assignment's way: made, added to a class, done by a learner, handed in. Pages are opened
// relative to the site's address, which ends with a slash and may lie in a folder.
import type { Browser, Page } from "@playwright/test";
import { expect } from "./strict-test";

export const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });

/** Another reader: nothing of this browser's is shared with the others. */
export async function profile(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return context.newPage();
}

export const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Makes an assignment and gives its link. */
export async function makeAssignment(page: Page): Promise<string> {
  await page.goto("assign?lab=network");
  const lab = page.locator("[data-lab=network]");
  await lab.getByLabel("Examples").fill("120");
  await lab.getByLabel("Device").selectOption("cpu");
  await lab.getByLabel("Learning rate").fill("0.1");
  const locks = page.getByRole("region", { name: "2. Lock what must not change" });
  await locks.getByLabel("Data: Circle").check();
  await locks.getByLabel("Noise: 0").check();
  await locks.getByLabel("Loss: Squared").check();
  await page.getByLabel("Title").fill("Round the circle");
  await page
    .getByRole("textbox", { name: "Instructions" })
    .fill("Train until **every** goal is met.");
  const goals = page.getByRole("region", { name: "4. Set goals" });
  await goals.getByLabel("Test loss below").check();
  await goals.getByLabel("Test loss below", { exact: true }).last().fill("3");
  await goals.getByLabel("Hidden neurons, at most").check();
  await expect(page.getByLabel("Before you send it")).toHaveCount(0);
  await button(page, "Copy the link").first().click();
  await expect(page.getByText("Copied: whoever opens it")).toBeVisible();
  return copied(page);
}

/** Opens a class with one assignment, and gives the code to join. */
export async function openClass(page: Page, link: string): Promise<string> {
  await page.goto("class");
  await page.getByLabel("Name of the class").fill("Evening course");
  await button(page, "Open the class").click();
  await button(page, "I have kept both").click();
  await page.getByLabel("Link of an assignment").fill(link);
  await button(page, "Add it to the class").click();
  await expect(page.getByText("“Round the circle” was added")).toBeVisible();
  return (await page.locator("[data-code]").textContent()) ?? "";
}

/** Trains what was assigned, and sees that every goal is met. */
export async function trainUntilMet(page: Page) {
  const lab = page.locator("[data-lab][data-status]");
  await expect(lab).toHaveAttribute("data-assignment", "open");
  await button(page, "Train").click();
  await expect(lab).toHaveAttribute("data-assignment", "met");
  await expect(lab).toHaveAttribute("data-status", "done");
  for (const goal of await page.locator("[data-goal]").all()) {
    await expect(goal).toHaveAttribute("data-met", "true");
  }
}

/** Joins, trains until every goal is met, hands in, and gives the receipt's link. */
export async function learn(page: Page, code: string): Promise<string> {
  await page.goto(`class/join?code=${code}`);
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await button(page, "Join").click();
  await page.getByRole("link", { name: "Round the circle" }).click();
  await trainUntilMet(page);
  await button(page, "Hand in to Evening course").click();
  await expect(page.getByText("✓ Handed in to Evening course")).toBeVisible();
  await page.getByText("A copy for yourself").click();
  const receipt = page.getByRole("link", { name: "Open the receipt in a new tab" });
  await expect(receipt).toHaveAttribute("href", /\/receipt#/);
  return new URL((await receipt.getAttribute("href")) ?? "", page.url()).href;
}

/** The line of the board on the learner who joined. */
export const boardRow = (instructor: Page) =>
  instructor
    .getByRole("group", { name: "Board" })
    .getByRole("row")
    .filter({ hasText: "Ada Lovelace" });
