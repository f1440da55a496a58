// One pass by hand: stepping, blanks, typed numbers, and a calculation checked.
import type { Page } from "@playwright/test";
import { expect, test } from "./strict-test";

const bench = (page: Page) => page.locator("[data-lab][data-status]");
const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });
const hand = (page: Page) => page.getByRole("group", { name: "One pass by hand" });
const title = (page: Page) => hand(page).getByRole("status").first();
const grid = (page: Page, id: string) => page.locator(`[data-grid="${id}"]`).first();
const numbers = (page: Page, id: string) => grid(page, id).locator("td button");

async function open(page: Page, query = "") {
  await page.goto(`/labs/one-pass?${query}`);
  await expect(button(page, "Next")).toBeEnabled();
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: ReturnType<Page["locator"]>) {
  for (let press = 0; press < 60; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test("a hand calculation is checked by keyboard alone, from the inputs to the loss", async ({
  page,
}) => {
  await open(page);
  await expect(title(page)).toHaveText("Step 1 of 12 The batch");
  await button(page, "Next").focus();
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Step 2 of 12 Layer 1: weighted sums");
  await expect(numbers(page, "Z0")).toHaveCount(0);
  const answer = page.getByLabel(/^Work it out: what is Z₁ of example 2, neuron 2/);
  await tabTo(page, answer);
  await page.keyboard.type("−1.5");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Right but for its sign.")).toBeVisible();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("one");
  await page.keyboard.press("Enter");
  await expect(page.getByText("“one” is no number")).toBeVisible();
  await expect(answer).toHaveValue("one");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("3/2");
  await page.keyboard.press("Enter");
  await expect(numbers(page, "Z0")).toHaveText(["3", "1.5", "−0.5", "2"]);
  await expect(button(page, "Next")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(title(page)).toContainText("Layer 1: outputs");
  await tabTo(page, button(page, "Hint"));
  await page.keyboard.press("Enter");
  await expect(page.getByText(/It is max\(0, /)).toBeVisible();
  await tabTo(page, button(page, "Show me"));
  await page.keyboard.press("Enter");
  await expect(numbers(page, "A0")).toHaveText(["3", "1.5", "0", "2"]);
  await page.keyboard.press("ArrowLeft");
  await expect(title(page)).toContainText("Layer 1: weighted sums");
  await expect(numbers(page, "Z0")).toHaveText(["3", "1.5", "−0.5", "2"]);
  await tabTo(page, numbers(page, "Z0").first());
  await expect(
    page.getByText("Z₁ of example 2, neuron 1 = 2 × 0.5 + (−1) × (−1) + 1 = 3"),
  ).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText("= 1 × 0.5 + 2 × (−1) + 1 = −0.5")).toBeVisible();
  await expect(page.locator('[data-mark="used"]')).toHaveText([
    "1",
    "2",
    "0.5",
    "−1",
    "1",
  ]);
});

test("weights and points are typed, taken to the digit, and stand in the link", async ({
  page,
}) => {
  await open(page);
  await page.getByLabel("Ask me for a number first").uncheck();
  await button(page, "Z₁, Layer 1: weighted sums").click();
  await page.getByText("Type in weights and points").click();
  const weight = page.getByLabel("W₁, x to neuron 1", { exact: true });
  await weight.fill("0,1");
  await expect(numbers(page, "Z0").first()).toHaveText("3");
  await weight.fill("0,125");
  await weight.press("Enter");
  await expect(numbers(page, "Z0")).toHaveText(["2.25", "1.5", "−0.875", "2"]);
  await expect(page).toHaveURL(/[?&]w=0_0.125\*/);
  await weight.fill("much");
  await weight.press("Enter");
  await expect(page.getByRole("alert").getByText("“much”")).toContainText(
    "it must be a number from −1000 to 1000",
  );
  await weight.blur();
  await expect(weight).toHaveValue("much");
  await expect(numbers(page, "Z0").first()).toHaveText("2.25");
  await weight.focus();
  await page.keyboard.press("Escape");
  await expect(weight).toHaveValue("0.125");
  await expect(page.getByText("“much”")).toHaveCount(0);
  await weight.fill("2000");
  await weight.press("Enter");
  await expect(page.getByText("“2000”")).toBeVisible();
  await expect(numbers(page, "Z0").first()).toHaveText("2.25");
  await weight.fill("0.125");
  const place = page.getByLabel("x of example 2", { exact: true });
  await place.fill("4");
  await place.press("Enter");
  await expect(numbers(page, "X")).toHaveText(["4", "−1", "1", "2"]);
  await expect(numbers(page, "Z0").first()).toHaveText("2.5");
  await page.reload();
  await page.getByLabel("Ask me for a number first").uncheck();
  await button(page, "Z₁, Layer 1: weighted sums").click();
  await expect(numbers(page, "Z0").first()).toHaveText("2.5");
  await page.getByText("Type in weights and points").click();
  await page.getByLabel("Class of example 2").selectOption("green");
  await button(page, "S, Scores").click();
  await expect(numbers(page, "S1")).toHaveCount(6);
  await expect(page).toHaveURL(/own=/);
});

test("the engine comes to the weights of the steps, and the losses are the chart’s", {
  tag: "@gpu",
}, async ({ page }) => {
  await open(page);
  await page.getByLabel("Ask me for a number first").uncheck();
  await button(page, "L′, After pass 1").click();
  await expect(page.getByText(/Train the run, and the weights/)).toBeVisible();
  await expect(numbers(page, "means")).toHaveText(["3.656", "1.085", "4.516", "0.6921"]);
  await expect(button(page, "Next")).toHaveAttribute("aria-disabled", "true");
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  await expect(page.getByText(/^The engine has trained pass 1 as well/)).toBeVisible();
  const said = await page.getByText(/^The engine has trained pass 1/).textContent();
  expect(said).toMatch(/the very same weights|at most [\d.]+·10⁻[⁶-⁹]/);
  const loss = Number(await bench(page).getAttribute("data-train-loss"));
  expect(loss).toBeCloseTo(1.085, 2);
});

test("several batches and passes, and Adam, are all within reach", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "batch=1&opt=adam&reg=l2&passes=3&layers=3-2&act=tanh&w=none");
  await page.getByLabel("Ask me for a number first").uncheck();
  await expect(title(page)).toContainText("Step 1 of 33");
  await page.getByLabel("Batch", { exact: true }).selectOption("2 of 2");
  await expect(title(page)).toContainText("Step 17 of 33");
  await button(page, "W′₃, Output layer: update").click();
  await expect(page.getByText(/^g₃ = ∂W₃ \+ 0\.001 × w;/)).toContainText("k = 2");
  await page.getByLabel("Pass", { exact: true }).fill("3");
  await expect(page.getByText(/^g₃ = ∂W₃ \+ 0\.001 × w;/)).toContainText("k = 6");
});

test("a network too large for it is told in a sentence, with a way back", async ({
  page,
}) => {
  await open(page);
  await button(page, "Add a layer").click();
  for (const _ of [1, 2, 3]) await page.getByLabel("One neuron more in layer 1").click();
  await expect(
    page.getByText(/By hand this lab shows networks of up to 60/),
  ).toBeVisible();
  await button(page, "Go back to 2-2-1").click();
  await expect(title(page)).toHaveText("Step 1 of 12 The batch");
  await expect(page).toHaveURL("/labs/one-pass");
});

test("at 320 pixels large matrices scroll by themselves, not the page", {
  tag: "@long",
}, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, "in=x-y-xy&layers=4-4&act=tanh&opt=adam&reg=l2&w=none");
  await page.getByLabel("Ask me for a number first").uncheck();
  await page.getByText("Type in weights and points").click();
  for (const step of [/^Z₂,/, /^∂W₂,/, /^L,/, /^W′₂,/, /^L′,/]) {
    await page.getByRole("button", { name: step }).click();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
  }
});
