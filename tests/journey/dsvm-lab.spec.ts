// From the lab to a DSVM: the notebook, the memory, the commands.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { labs } from "@/labs/catalog/labs";
import { compileTraining } from "@/labs/kernel/kernel";
import { notebookOf } from "@/labs/notebook/notebook";
import { parseRun } from "@/labs/run/open-link";
import { planOf } from "@/labs/run/plan";
import { startOf } from "@/labs/training/start";
import { expect, test } from "./strict-test";

const bench = (page: Page) => page.locator("[data-lab=dsvm][data-status]");
const memory = (page: Page) => page.getByRole("group", { name: "Memory of the GPU" });
const commands = (page: Page) => page.getByRole("group", { name: "Commands for a DSVM" });
const take = (page: Page) => page.getByRole("button", { name: "Download the notebook" });

async function open(page: Page, query = "") {
  await page.goto(`/labs/dsvm?${query}`);
  await expect(take(page)).toBeVisible();
}

async function downloaded(page: Page, ask: () => Promise<void>) {
  const [file] = await Promise.all([page.waitForEvent("download"), ask()]);
  return {
    name: file.suggestedFilename(),
    text: await readFile(await file.path(), "utf8"),
  };
}

/** The run of a link and the lab's own curve of it, pass 0 first. */
function expected(query: string) {
  const { run } = parseRun(query, labs.dsvm.start);
  const { plan, examples, state } = planOf(run);
  const curve = new Float32Array(2 * run.passes);
  compileTraining(plan, examples).train(state, 1, run.passes, curve);
  const passes = Array.from({ length: run.passes }, (_, at) => ({
    pass: at + 1,
    trainLoss: curve[2 * at]!,
    heldLoss: curve[2 * at + 1]!,
  }));
  return { run, passes: [startOf(run).pass, ...passes] };
}

test("the notebook that comes is the one that the run makes, before and after training", {
  tag: "@gpu",
}, async ({ page }) => {
  const query = "samples=60&passes=20&seed=3&device=cpu";
  await open(page, query);
  const { run, passes } = expected(query);
  const about = { link: page.url(), diverged: false };
  const before = await downloaded(page, () => take(page).click());
  expect(before).toEqual(notebookOf(run, { ...about, seen: null }));
  expect(before.name).toBe("next-pass-circle-seed-3.ipynb");
  await expect(
    page.getByText(/next-pass-circle-seed-3\.ipynb is on its way/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  const after = await downloaded(page, () => take(page).click());
  expect(after).toEqual(notebookOf(run, { ...about, seen: passes }));
});

test("by keyboard alone: train, take the notebook, read how to run it", async ({
  page,
}) => {
  await open(page, "samples=60&passes=20");
  await page.getByRole("button", { name: "Train", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  await take(page).focus();
  const { text } = await downloaded(page, () => page.keyboard.press("Enter"));
  expect(JSON.parse(text).nbformat).toBe(4);
  expect(text).toContain("largest difference from the lab");
  await page.keyboard.press("Tab");
  await expect(page.getByText("How to run it")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("The machine runs JupyterHub")).toBeVisible();
});

test("a run that diverges gives no notebook, and says what to do", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "lr=10&samples=60&device=cpu");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(bench(page)).toHaveAttribute("data-status", "failed");
  await take(page).click();
  await expect(page.getByText("lower the learning rate first")).toBeVisible();
});

test("the run's own network fits, and 7 billion weights do not", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "device=cpu");
  await page.getByRole("tab", { name: "Memory" }).click();
  const verdict = memory(page).getByRole("status");
  await expect(verdict).toContainText("It fits one GPU of this size: 1 GB of 16 GB");
  await memory(page).getByLabel("Network", { exact: true }).selectOption("larger");
  const weights = memory(page).getByLabel("Weights and biases");
  await weights.fill("7 billion");
  await expect(verdict).toContainText("needs 116 GB of 16 GB");
  await expect(verdict).toContainText("Not even a batch of 1 fits");
  await memory(page).getByLabel("Numbers", { exact: true }).selectOption("half");
  await memory(page).getByLabel("GPU size").selectOption("Standard_NC24ads_A100_v4");
  await expect(verdict).toContainText("It fits one GPU of this size: 58.3 GB of 80 GB");
  await weights.fill("a few");
  await expect(weights).toHaveAttribute("aria-invalid", "true");
  await expect(memory(page).getByText("as in 25,000, 100 million or 7e9")).toBeVisible();
  await expect(weights).toHaveValue("a few");
  await weights.fill("25,000");
  await expect(verdict).toContainText("It fits");
});

test("the commands follow the choice, and a choice that cannot start has none", async ({
  page,
}) => {
  await open(page, "device=cpu");
  await page.getByRole("tab", { name: "Commands" }).click();
  const steps = commands(page).getByRole("list", { name: "Steps" });
  const pitfalls = commands(page).getByRole("list", { name: "Pitfalls of this choice" });
  await expect(steps.getByRole("listitem")).toHaveCount(8);
  await expect(pitfalls).toContainText("this size needs 4 vCPUs");
  await expect(steps).toContainText("ssh -L 8000:localhost:8000");
  await commands(page).getByLabel("Task").selectOption("terminal");
  await expect(steps).toContainText("jupyter nbconvert --execute");
  await commands(page).getByLabel("Region").fill("swedencentral");
  await expect(steps).toContainText("--location swedencentral");
  await commands(page).getByLabel("User name").fill("Ada; rm -rf");
  await expect(
    commands(page).getByText(/letters and digits, a letter first/),
  ).toHaveCount(2);
  await expect(steps).toBeHidden();
  await commands(page).getByLabel("User name").fill("ada");
  await expect(steps).toContainText("--admin-username ada");
  await commands(page).getByLabel("GPU size").selectOption("Standard_NC40ads_H100_v5");
  await commands(page).getByLabel("Edition").selectOption("win-2019");
  await expect(pitfalls).toContainText("these two never meet");
  await expect(commands(page).getByRole("status").first()).toHaveText(/it cannot start/);
  await expect(steps).toBeHidden();
  await commands(page).getByLabel("Edition").selectOption("ubuntu-2204");
  await commands(page).getByLabel("GPU size").selectOption("NCv3");
  await expect(pitfalls).toContainText("retired on 2025-09-30");
});

test("a step's commands are copied as they stand", { tag: "@long" }, async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "device=cpu");
  await page.getByRole("tab", { name: "Commands" }).click();
  await commands(page).getByRole("button", { name: "Copy: Delete everything" }).click();
  await expect(commands(page).getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "az group delete --name next-pass",
  );
});
