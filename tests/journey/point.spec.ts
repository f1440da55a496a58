// A question about a place of a figure: by pointer in it, by keyboard below it.
import { readQuestions } from "@/content/quiz/lesson-questions";
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

test("a place is chosen in the figure or below it, and judged", async ({ page }) => {
  const questions = await readQuestions("loss-functions");
  const [question] = questions.filter(({ kind }) => kind === "point");
  if (question?.kind !== "point") throw new Error("no question points at a figure");
  const { options } = question;
  const key = options.findIndex(({ right }) => right);
  const other = options.findIndex(({ right }) => !right);
  const spot = (at: number) => card.locator(`[data-spot="${options[at]?.spot}"]`);

  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`/lessons/loss-functions#question-${question.id}`);
  const card = page.locator(`[data-question="${question.id}"]`);
  const radios = card.getByRole("radio");
  await expect(spot(other)).toHaveAttribute("data-open", "true");
  await spot(other).locator("text").last().click();
  await expect(radios.nth(other)).toBeChecked();
  await expect(spot(other)).toHaveAttribute("data-chosen", "true");
  await card.getByRole("button", { name: "Check" }).click();
  await expect(card).toHaveAttribute("data-state", "wrong");
  await spot(key).locator("text").last().click();
  await expect(radios.nth(other)).toBeChecked();

  await card.getByRole("button", { name: "Try again" }).press("Enter");
  await radios.nth(key).press("Space");
  await expect(spot(key)).toHaveAttribute("data-chosen", "true");
  await expectAccessible(page);
  await radios.nth(key).press("Enter");
  await expect(card).toHaveAttribute("data-state", "right");
});
