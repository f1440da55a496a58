// The reader's own activation and loss: written, trained, linked, and refused in words.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

const bench = (page: Page) => page.locator("[data-lab][data-status]");
const activation = (page: Page) =>
  page.getByRole("textbox", { name: "Your formula of the sum z" });
const loss = (page: Page) =>
  page.getByRole("textbox", { name: "Your formula of score s and target t" });
const asked = (page: Page, key: string) => new URL(page.url()).searchParams.get(key);

async function open(page: Page, lab: string, query: string) {
  await page.goto(`/labs/${lab}?${query}`);
  await expect(page.getByRole("button", { name: "Train", exact: true })).toBeEnabled();
}

async function train(page: Page) {
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(bench(page)).toHaveAttribute("data-status", "done", { timeout: 30_000 });
}

const lossOf = async (page: Page) =>
  Number(await bench(page).getAttribute("data-train-loss"));

test("an own activation is typed, trained, and trains the same from its link", async ({
  page,
  context,
}) => {
  await open(page, "network", "samples=60&passes=40&device=cpu");
  await page.getByLabel("Activation").selectOption("Your own…");
  await expect(activation(page)).toHaveValue("tanh(z)");
  await activation(page).fill("z*sigmoid(1.5z)");
  await expect(page.getByText("“z” (character 14) stands where")).toBeVisible();
  await activation(page).press("Enter");
  const refusal = page.getByRole("alert").filter({ hasText: "The run keeps" });
  await expect(refusal).toContainText("The run keeps tanh(z) until then.");
  await expect.poll(() => asked(page, "act")).toBe("tanh(z)");
  await expectAccessible(page);
  await activation(page).fill("z*sigmoid(1.5×z)");
  await expect(page.getByText(/^Its slope: .*exp/)).toBeVisible();
  await activation(page).press("Enter");
  await expect.poll(() => asked(page, "act")).toBe("z * sigmoid(1.5 * z)");
  const before = await lossOf(page);
  await train(page);
  const after = await lossOf(page);
  expect(after).toBeLessThan(0.8 * before);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(activation(other)).toHaveValue("z * sigmoid(1.5 * z)");
  await train(other);
  expect(await lossOf(other)).toBe(after);
});

test("an own loss leads the chart of losses, and says where it breaks", {
  tag: "@long",
}, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "loss", "samples=60&passes=20&device=cpu&loss=1/(s-t)");
  await page.getByRole("button", { name: "Learning", exact: true }).click();
  await expect(loss(page)).toHaveValue("1 / (s - t)");
  const about = page.getByRole("list", { name: "About this formula" });
  await expect(about).toContainText("at s = 1 this is 1 / (1 − 1), which is no number.");
  await expectAccessible(page);
  const { width, scroll } = await page.evaluate(() => ({
    width: innerWidth,
    scroll: document.documentElement.scrollWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(width);
  await page.getByRole("button", { name: "log1p((s - t)^2)" }).click();
  await expect(loss(page)).toHaveValue("log1p((s - t)^2)");
  await expect(about).toHaveCount(0);
  await train(page);
  expect(await lossOf(page)).toBeGreaterThan(0);
});

test("a run that a formula ends is told at which number it broke", async ({ page }) => {
  await open(page, "network", "act=log(z)&samples=60&device=cpu");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(bench(page)).toHaveAttribute("data-status", "failed");
  const said =
    /^The run ended in pass 1, in layer 1, neuron \d: log\(z\) breaks, as at z = −/;
  await expect(page.getByRole("paragraph").filter({ hasText: said })).toBeVisible();
});

const quick = "samples=60&passes=30&device=cpu";
const act = "max(z, 0.1 * z)";

test("an own formula is kept on the shelf, saved, opened again, and shown in a frame", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "network", `act=${act}&${quick}`);
  await page.getByText("Run shelf").click();
  await train(page);
  const loss = await lossOf(page);
  await page.getByRole("button", { name: "Keep this run" }).click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Runs as CSV" }).click();
  const table = await readFile(await (await waiting).path(), "utf8");
  expect(table).toContain(`"${act}"`);
  await page.getByLabel("Activation", { exact: true }).selectOption("relu");
  await expect.poll(() => asked(page, "act")).toBe("relu");
  await page.getByRole("button", { name: /^Open Examples / }).click();
  await expect.poll(() => asked(page, "act")).toBe(act);
  await expect(activation(page)).toHaveValue(act);
  await train(page);
  expect(await lossOf(page)).toBe(loss);

  await page.goto(`/embed/labs/network?act=${encodeURIComponent(act)}&${quick}`);
  await expect(activation(page)).toHaveValue(act);
  await train(page);
  expect(await lossOf(page)).toBe(loss);
});

test("an assignment asks for an own loss, and a receipt of one is confirmed", {
  tag: "@long",
}, async ({ page, context }) => {
  await page.goto(`/assign?lab=network&act=${encodeURIComponent(act)}&${quick}`);
  const locks = page.getByRole("region", { name: "2. Lock what must not change" });
  await locks.getByLabel(`Activation: ${act}`).check();
  const goals = page.getByRole("region", { name: "4. Set goals" });
  await goals.getByLabel("Test accuracy of at least").check();
  await goals
    .getByLabel(/^Test accuracy of at least/)
    .last()
    .fill("20");
  const link = await page.getByLabel("The link", { exact: true }).inputValue();

  const learner = await context.newPage();
  await learner.goto(link);
  await learner.getByLabel("Your name", { exact: true }).fill("Ada");
  await learner.getByRole("button", { name: "Begin" }).click();
  await learner.getByLabel("Loss", { exact: true }).selectOption("Your own…");
  await loss(learner).fill("log1p((s-t)^2) - 1");
  await loss(learner).press("Enter");
  await train(learner);
  expect(await lossOf(learner)).toBeLessThan(0);
  await expect(learner.locator("[data-goal]")).toHaveAttribute("data-met", "true");
  await learner.getByRole("button", { name: "Make the receipt" }).click();
  const receipt = learner.getByRole("link", { name: "Open the receipt" });
  await page.goto((await receipt.getAttribute("href")) ?? "");
  await expect(page.getByText("Confirmed – Ada")).toBeVisible();
  await expect(page.getByText("log1p((s - t)^2) - 1").first()).toBeVisible();
});

test("a map tells where an own formula has no value, and counts no class there", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "network", "act=log(z)&samples=60&device=cpu");
  const shares = page.getByRole("list", { name: "Share of the plane" });
  await expect(shares.getByText("not a number")).toBeVisible();
  const told = (await shares.textContent()) ?? "";
  const percents = [...told.matchAll(/([\d.]+) %/g)].map(([, share]) => Number(share));
  expect(percents).toHaveLength(3);
  expect(Math.abs(percents.reduce((sum, one) => sum + one) - 100)).toBeLessThan(2);
  await expectAccessible(page);
});

test("a hostile formula in a link is refused in words, at once", async ({ page }) => {
  const hostile = [
    "(".repeat(4000),
    "tanh(".repeat(600),
    "constructor.constructor(%22alert(1)%22)()",
    "<img src=x onerror=alert(1)>",
    "z^".repeat(2000),
  ];
  for (const text of hostile) {
    await open(page, "network", `act=${encodeURIComponent(text)}`);
    await expect(page.getByText(/Activation cannot be/)).toBeVisible();
    await expect(page.getByLabel("Activation")).toHaveValue("tanh");
  }
});
