// A prediction: committed to by keyboard, trained on the spot, judged by the reader's run.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

const lesson = "/lessons/loss-functions";
const card = (page: Page) =>
  page.locator('[data-kind="predict"][data-question="plain-fall"]');

/** Chooses the option at a place, by keyboard alone, and commits to it. */
async function predict(page: Page, place: number) {
  const radios = card(page).getByRole("radio");
  await radios.first().focus();
  await page.keyboard.press("Space");
  for (let at = 0; at < place; at += 1) await page.keyboard.press("ArrowDown");
  await expect(radios.nth(place)).toBeChecked();
  await page.keyboard.press("Enter");
}

test("predictions are trained by themselves, and judged by the reader’s own run", async ({
  page,
}) => {
  await page.goto(lesson);
  await predict(page, 0);
  const status = card(page).getByRole("status").filter({ hasText: "You predicted" });
  await expect(status).toBeFocused();
  await expect(status).toContainText("Yes, each of them");
  await expect(card(page)).toHaveAttribute("data-state", "wrong");
  await expect(status).toContainText(
    /Your run: test loss 0\.\d+, train loss 0\.\d+ after pass 100.* rose in \d+ passes/,
  );
  await expect(status).toContainText("It came out as “Most of them, but not each”");
  // The claim of the run would have told the answer.
  await expect(card(page).locator("[data-claim]")).toHaveCount(0);
  await expectAccessible(page);

  await card(page).getByRole("button", { name: "Try again" }).press("Enter");
  await predict(page, 1);
  await expect(card(page)).toHaveAttribute("data-state", "right");

  // Kept: told at once, and trained only when that is asked for.
  await page.reload();
  await expect(card(page)).toHaveAttribute("data-state", "right");
  await expect(card(page).locator("[data-lab]")).toHaveCount(0);
  await card(page).getByRole("button", { name: "Train it again" }).press("Enter");
  await expect(status).toBeFocused();
  await expect(status).toContainText("Your run:");
});

test("another run judges no prediction, and there is a way back", async ({ page }) => {
  // Nothing is trained before the reader has left the run.
  await page.addInitScript(() => {
    const { Worker } = window;
    window.Worker = class extends Worker {
      override postMessage(message: unknown) {
        const waits = () => !("isReady" in window);
        const send = () => (waits() ? setTimeout(send, 50) : super.postMessage(message));
        send();
      }
    };
  });
  await page.goto(lesson);
  await predict(page, 1);
  await card(page).getByRole("button", { name: "New seed" }).press("Enter");
  await page.evaluate(() => Object.assign(window, { isReady: true }));
  await card(page).getByRole("button", { name: "Train", exact: true }).press("Enter");
  await expect(card(page).locator("[data-lab]")).toHaveAttribute("data-status", "done");
  await expect(card(page)).toHaveAttribute("data-state", "open");
  await expect(card(page)).toContainText("Train the run as it was set up");
  await card(page).getByRole("button", { name: "Back to the run" }).press("Enter");
  await expect(card(page)).toHaveAttribute("data-state", "right");
});
