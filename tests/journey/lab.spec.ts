// The lab by itself: its buttons, its link, its limits.
import type { Page } from "@playwright/test";
import { expect, test } from "./strict-test";
import { unfold } from "./unfold";

const bench = (page: Page) => page.locator("[data-lab][data-status]");
const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });
const quick = "samples=60&passes=30&device=cpu";

async function open(page: Page, query: string, lab = "network") {
  await page.goto(`/labs/${lab}?${query}`);
  await expect(button(page, "Train")).toBeEnabled();
}

async function curve(page: Page) {
  const table = button(page, "Data table");
  if ((await table.getAttribute("aria-expanded")) === "false") await table.click();
  return page
    .getByRole("group", { name: "Loss table" })
    .getByRole("row")
    .allTextContents();
}

/** Lets worker and page take turns, in many of which whatever still trained would report. */
async function takeTurns(page: Page) {
  for (let turn = 0; turn < 30; turn += 1) {
    const [worker] = page.workers();
    await worker?.evaluate(() => new Promise((go) => setTimeout(go)));
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

test("Reset then Train draws the same curve again", async ({ page }) => {
  await open(page, quick);
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  await expect.poll(async () => (await curve(page)).length).toBeGreaterThan(30);
  const first = await curve(page);
  await button(page, "Reset").click();
  await expect(bench(page)).toHaveAttribute("data-status", "idle");
  await expect(bench(page)).toHaveAttribute("data-pass", "0");
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  // The table may lag behind the passes.
  await expect.poll(() => curve(page)).toEqual(first);
  await button(page, "New seed").click();
  await expect(page).toHaveURL(/seed=/);
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  expect(await curve(page)).not.toEqual(first);
});

test("Step trains one pass, Train goes on, Pause stops between passes", async ({
  page,
}) => {
  await open(page, "layers=64-64&passes=100000&device=cpu");
  await button(page, "Step").click();
  await expect(bench(page)).toHaveAttribute("data-pass", "1");
  await button(page, "Step").click();
  await expect(bench(page)).toHaveAttribute("data-pass", "2");
  await expect(bench(page)).toHaveAttribute("data-status", "paused");
  await button(page, "Train").click();
  await expect
    .poll(async () => Number(await bench(page).getAttribute("data-pass")))
    .toBeGreaterThan(20);
  await button(page, "Pause").click();
  await expect(bench(page)).toHaveAttribute("data-status", "paused");
  await takeTurns(page);
  const paused = await bench(page).getAttribute("data-pass");
  await takeTurns(page);
  await expect(bench(page)).toHaveAttribute("data-pass", paused ?? "");
});

test("changing a control changes the address, and the address restores the lab", async ({
  page,
}) => {
  await open(page, "device=cpu");
  await page.getByRole("radio", { name: "Spiral" }).check();
  await page.getByLabel("Activation").selectOption("relu");
  await button(page, "Add a layer").click();
  await page.getByLabel("One neuron more in layer 2").click();
  await page.getByLabel("Learning rate").fill("0.01");
  await page.getByLabel("x²").check();
  await expect(page).toHaveURL(
    "/labs/network?data=spiral&in=x-y-xx&layers=4-5&act=relu&lr=0.01&device=cpu",
  );
  const before = await bench(page).getAttribute("data-train-loss");
  await page.reload();
  await expect(page.getByRole("radio", { name: "Spiral" })).toBeChecked();
  await expect(page.getByLabel("Learning rate")).toHaveValue("0.01");
  await expect(bench(page)).toHaveAttribute("data-train-loss", before ?? "");
});

test("activations per layer, optimizer, regularization and dropout are set, linked, trained", async ({
  page,
}) => {
  await open(page, `layers=4-4-3&${quick}`);
  const strength = page.getByLabel("Regularization strength");
  await expect(strength).toBeDisabled();
  await expect(page.getByText("Choose L1 or L2 to use it.")).toBeVisible();
  await page.getByLabel("One per layer").check();
  const activation = page.getByRole("group", { name: "Activation" });
  await expect(activation.getByRole("combobox")).toHaveCount(3);
  await activation.getByLabel("Layer 1").selectOption("relu");
  await page.getByLabel("Optimizer").selectOption("adam");
  await page.getByLabel("Regularization", { exact: true }).selectOption("l2");
  await strength.fill("0.01");
  await strength.press("Enter");
  await page.getByLabel("Dropout").fill("0.15");
  await expect(page).toHaveURL(
    "/labs/network?samples=60&layers=4-4-3&act=relu-tanh&opt=adam&reg=l2&decay=0.01&drop=0.15&passes=30&device=cpu",
  );
  await page.reload();
  await expect(activation.getByLabel("Layer 1")).toHaveValue("relu");
  await expect(activation.getByLabel("Layer 3")).toHaveValue("tanh");
  await expect(page.getByLabel("Optimizer")).toHaveValue("adam");
  await expect(page.getByLabel("Regularization", { exact: true })).toHaveValue("l2");
  await expect(strength).toHaveValue("0.01");
  await expect(page.getByLabel("Dropout")).toHaveValue("0.15");
  await page.getByRole("button", { name: "Layer 1, neuron 2" }).click();
  await expect(page.getByText("Layer 1, neuron 2: ReLU of the sum of")).toBeVisible();
  await page.getByRole("button", { name: "Layer 2, neuron 2" }).click();
  await expect(page.getByText("Layer 2, neuron 2: Tanh of the sum of")).toBeVisible();
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  await expect(bench(page)).toHaveAttribute("data-pass", "30");
});

test("one activation becomes one per layer, and one again, by keyboard alone", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "layers=4-4&device=cpu");
  const tick = page.getByLabel("One per layer");
  const each = page.getByRole("group", { name: "Activation" }).getByRole("combobox");
  await tick.focus();
  await page.keyboard.press("Space");
  await expect(tick).toBeFocused();
  await expect(each).toHaveCount(2);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Sine");
  await expect(page).toHaveURL("/labs/network?layers=4-4&act=tanh-sine&device=cpu");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  await expect(tick).toBeFocused();
  await expect(page.getByLabel("Activation")).toHaveValue("tanh");
  await expect(page).toHaveURL("/labs/network?layers=4-4&device=cpu");
  await button(page, "Remove one").click();
  await expect(tick).toBeHidden();
  await button(page, "Remove one").click();
  await expect(page.getByLabel("Activation")).toBeDisabled();
});

test("a loss that cannot judge the data is not to be had", { tag: "@long" }, async ({
  page,
}) => {
  await open(page, "data=hills");
  const loss = page.getByLabel("Loss", { exact: true });
  await expect(loss.locator(":scope > option")).toHaveText([
    "Squared",
    "Absolute",
    "Huber",
    "Your own…",
  ]);
  const others = loss.locator("optgroup");
  await expect(others).toHaveAttribute("label", "For other data");
  await expect(others).toBeDisabled();
  await expect(others.locator("option")).toHaveText([
    "Cross-entropy",
    "Categorical cross-entropy",
    "Hinge",
  ]);
});

test("a setting that is out of bounds is explained and not taken", async ({ page }) => {
  await open(page, "");
  const rate = page.getByLabel("Learning rate");
  await rate.fill("fast");
  await rate.blur();
  // It stays until it is read: only Escape, or another number, takes it away.
  await expect(page.getByText("It must be a number from 0.00001 to 10.")).toBeVisible();
  await expect(rate).toHaveValue("fast");
  await expect(page).toHaveURL("/labs/network");
  await rate.press("Escape");
  await expect(rate).toHaveValue("0.03");
  await expect(page.getByText("It must be a number")).toHaveCount(0);
});

test("bad text in a link is named, and the lab opens all the same", async ({ page }) => {
  await open(page, "lr=NaN&layers=999&loss=constructor&seed=3");
  const refused = page.getByRole("list", { name: "What was not taken" });
  await expect(refused.getByRole("listitem")).toHaveCount(3);
  await expect(page.getByLabel("Learning rate")).toHaveValue("0.03");
  await expect(page.getByLabel("Seed")).toHaveValue("3");
  await expect(page).toHaveURL(/layers=999/);
  await page.reload();
  await expect(refused.getByRole("listitem")).toHaveCount(3);
});

test("a link of 12,000 characters of noise opens the lab's own run", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "x".repeat(12_000));
  await expect(page.getByText("The link is longer than 10000 characters")).toBeVisible();
  await expect(page.getByLabel("Learning rate")).toHaveValue("0.03");
});

test("a run that diverges says so, says what to change, and keeps its curve", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "lr=5&device=cpu&samples=60");
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "failed");
  await expect(page.getByText("Try a learning rate below 5").first()).toBeVisible();
  expect((await curve(page)).length).toBeGreaterThan(3);
  await button(page, "Reset").click();
  await expect(bench(page)).toHaveAttribute("data-status", "idle");
});

test("without a GPU, the link's wish for one is answered in plain words", async ({
  page,
}) => {
  await open(page, "device=webgpu&samples=60&passes=3");
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  await expect(bench(page)).toHaveAttribute("data-device", "cpu");
  await expect(page.getByText(/so the CPU trains/)).toBeHidden();
  await page.locator("summary", { hasText: "CPU" }).click();
  await expect(page.getByText(/so the CPU trains/)).toBeVisible();
});

test("an engine that cannot be loaded is told, and the page lives on", async ({
  page,
  complaints,
}) => {
  // Framed, a lab warms no engine before somebody comes near the button.
  await page.goto(`/embed/labs/network?${quick}`);
  await expect(button(page, "Train")).toBeEnabled();
  await page.context().setOffline(true);
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "failed");
  await expect(page.getByText("The engine stopped:").first()).toBeVisible();
  await page.context().setOffline(false);
  await button(page, "Reset").click();
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  complaints.length = 0;
});

test("a lab whose views bring their styles first keeps the looks of the kit", {
  tag: "@long",
}, async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  for (const lab of ["one-pass", "series"]) {
    await open(page, "", lab);
    await expect(button(page, "Train")).toHaveCSS("background-color", "rgb(29, 27, 24)");
    await expect(page.getByRole("tab").first()).toHaveCSS("border-top-style", "none");
  }
});

test("on a lab's own page the engine is there before the first click", async ({
  page,
}) => {
  await open(page, quick);
  await expect.poll(() => page.workers().length).toBe(1);
  const [engine] = page.workers();
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  expect(page.workers()).toEqual([engine]);
});

test("a link opens at a pass, keys lead along the curve, and every picture follows", async ({
  page,
}) => {
  await page.goto("/labs/network?device=cpu&samples=60&passes=120&at=37");
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  const cursor = page.getByRole("slider", { name: "Loss by pass" });
  await expect(cursor).toHaveAttribute("aria-valuetext", /^Pass 37: train loss/);
  await expect(page.getByText("Every picture shows pass 37.")).toBeVisible();
  // The map, and what each neuron makes of it.
  const picture = () =>
    page
      .locator("canvas")
      .evaluateAll((all) =>
        all.map((one) => one instanceof HTMLCanvasElement && one.toDataURL()).join(),
      );
  // Pictures may lag behind the sentence: they are there once they stand still.
  let then = "";
  await expect
    .poll(async () => {
      const before = then;
      then = await picture();
      return then === before;
    })
    .toBe(true);
  await cursor.press("Escape");
  await expect(page.getByText("Every picture shows pass")).toHaveCount(0);
  await expect.poll(picture).not.toBe(then);
  await cursor.press("Home");
  for (let pass = 1; pass <= 37; pass += 1) await cursor.press("ArrowRight");
  await expect(page.getByText("Every picture shows pass 37.")).toBeVisible();
  await expect.poll(picture).toBe(then);
});

test("a setting changed while it trains starts the next run; half-typed it changes nothing", async ({
  page,
}) => {
  await open(page, "device=cpu&layers=64-64&samples=500&passes=100000");
  await button(page, "Train").click();
  const trained = async () => Number(await bench(page).getAttribute("data-pass"));
  await expect.poll(trained).toBeGreaterThan(20);
  const passes = page.getByLabel("Passes", { exact: true });
  await passes.fill("5");
  const then = await trained();
  await expect.poll(trained).toBeGreaterThan(then);
  await expect(page).toHaveURL(/passes=100000/);
  await passes.pressSequentially("0");
  await passes.press("Enter");
  await expect(page).toHaveURL(/passes=50&/);
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  await expect(bench(page)).toHaveAttribute("data-pass", "50");
});

test("the last Step ends the run, and quick Steps are all taken", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "samples=60&passes=4&device=cpu");
  for (let step = 0; step < 3; step += 1) await button(page, "Step").click();
  await expect(bench(page)).toHaveAttribute("data-pass", "3");
  await expect(bench(page)).toHaveAttribute("data-status", "paused");
  await button(page, "Step").click();
  await expect(bench(page)).toHaveAttribute("data-pass", "4");
  await expect(bench(page)).toHaveAttribute("data-status", "done");
});

test("a run that is left while its engine opens does not come back", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "samples=60&passes=100000&device=cpu");
  for (let cycle = 0; cycle < 20; cycle += 1) {
    await button(page, "Train").click();
    await button(page, "Reset").click();
  }
  await takeTurns(page);
  await expect(bench(page)).toHaveAttribute("data-pass", "0");
  await expect(bench(page)).toHaveAttribute("data-status", "idle");
});

test("a lab whose program cannot be loaded says so, and the lesson stays", async ({
  page,
  complaints,
}) => {
  await page.goto("/lessons/deep-learning", { waitUntil: "networkidle" });
  await page.context().setOffline(true);
  await page.locator("[data-lab]").first().scrollIntoViewIfNeeded();
  await expect(page.getByText("The lab could not be loaded").first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deep learning");
  complaints.length = 0;
});

test("a chosen neuron is forgotten when a claim brings another network", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "layers=8-8&device=cpu");
  await page.getByRole("button", { name: "Layer 2, neuron 5" }).click();
  await expect(page.getByText("Layer 2, neuron 5: Tanh")).toBeVisible();
  await page.getByRole("button", { name: "Train this claim" }).first().click();
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  await expect(page.getByText("Output: the sum of")).toBeVisible();
});

test("a setting that only the link gives is shown and can be undone", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "layers=8&device=cpu", "features");
  await expect(page.getByText("Layer 1", { exact: true })).toBeVisible();
  await button(page, "Remove one").click();
  await expect(page).toHaveURL("/labs/features?device=cpu");
});

test("two labs train at once on one page", { tag: "@long" }, async ({ page }) => {
  await page.goto("/lessons/machine-learning");
  await unfold(page);
  const labs = ["Lab: Picked or learned", "Lab: What comes next?"].map((name) =>
    page.getByRole("region", { name, exact: true }),
  );
  for (const lab of labs) {
    await lab.scrollIntoViewIfNeeded();
    await lab.getByRole("button", { name: "Train this claim" }).first().click();
  }
  for (const lab of labs) {
    await expect(lab.locator("[data-claim]").first()).toHaveAttribute(
      "data-verdict",
      "held",
      { timeout: 60_000 },
    );
  }
});

test("a neuron's numbers are reached and read with the keyboard", async ({ page }) => {
  await open(page, quick);
  await page.getByRole("button", { name: "Output", exact: true }).focus();
  await expect(page.getByText("Output: the sum of")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("Layer 1, neuron 1: Tanh of the sum of")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText("Layer 1, neuron 2: Tanh of the sum of")).toBeVisible();
  await expect(page.locator("figcaption").first()).toContainText("Layer 1, neuron 2");
});

test("a lab is trained, paused and stepped by keyboard alone", async ({ page }) => {
  await open(page, quick);
  await button(page, "Train").focus();
  await page.keyboard.press("Enter");
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(button(page, "Reset")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(bench(page)).toHaveAttribute("data-status", "idle");
});
