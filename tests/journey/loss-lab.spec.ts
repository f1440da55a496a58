// The lab of the losses: shares, outliers and the surface, by mouse, finger and keyboard.
import type { Page } from "@playwright/test";
import { expect, test } from "./strict-test";

const bench = (page: Page) => page.locator("[data-lab][data-status]");
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const outliers = (page: Page) => page.locator("[data-view=outlier]");
const shares = (page: Page) => page.locator("[data-view=shares]");
const surface = (page: Page) => page.locator("[data-view=surface]");
/** Opens what stands under the lab. */
const openTab = (page: Page, name: string) => page.getByRole("tab", { name }).click();
const star = (page: Page) => button(page, /^Outlier 1,/);
const quick = "samples=60&passes=30";

async function open(page: Page, query: string) {
  await page.goto(`/labs/loss?${query}`);
  await expect(outliers(page)).toBeVisible();
}

/** Waits until nothing above is still arriving and pushing the page about. */
async function atRest(page: Page) {
  await page.waitForLoadState("networkidle");
  let height = -1;
  await expect(async () => {
    const last = height;
    height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBe(last);
  }).toPass({ intervals: [300] });
}

async function train(page: Page) {
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await ended(page);
}

const ended = (page: Page) =>
  expect(bench(page)).toHaveAttribute("data-status", "done", { timeout: 30_000 });

/** The places of the first outlier in the address, as x, y and target. */
const linked = (page: Page) =>
  (new URL(page.url()).searchParams.get("outlier") ?? "").split("_").map(Number);

/** The middle of the star, and of a place of the map at shares of its sides. */
async function placesOf(page: Page, right: number, below: number) {
  await star(page).scrollIntoViewIfNeeded();
  const from = await star(page).boundingBox();
  const map = await star(page).locator("..").boundingBox();
  if (!from || !map) throw new Error("no map");
  return {
    from: { x: from.x + from.width / 2, y: from.y + from.height / 2 },
    to: { x: map.x + right * map.width, y: map.y + below * map.height },
  };
}

test("an outlier is added, dragged, and each loss is asked whether it obeys it", {
  tag: "@gpu",
}, async ({ page }) => {
  await open(page, quick);
  await expect(outliers(page)).toContainText("Add a point that contradicts all others");
  await button(page, "Add an outlier").click();
  await expect(star(page)).toBeVisible();
  await expect(outliers(page)).toContainText("Train to see which loss obeys the outlier");
  await expect(page).toHaveURL(/outlier=[-\d._]+_-1/);
  await train(page);
  await expect(outliers(page)).toContainText(/After pass 30: .* obeys? /);
  const rows = outliers(page).getByRole("row");
  await expect(rows).toHaveCount(6);
  await expect(rows.nth(1)).toContainText("Squared");
  await expect(rows.nth(1)).toContainText(/yes|no/);

  const before = page.url();
  const { from, to } = await placesOf(page, 0.75, 0.25);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await expect(star(page)).toHaveAccessibleName(/at x 1\.5\d?\d?, y 1\.5|at x 1\.49/);
  expect(page.url()).toBe(before);
  await expect(bench(page)).toHaveAttribute("data-status", "done");
  await page.mouse.up();
  await expect(page).not.toHaveURL(before);
  await ended(page);
  await expect(bench(page)).toHaveAttribute("data-pass", "30");
  const [x = 0, y = 0, target] = linked(page);
  expect(Math.abs(x - 1.5)).toBeLessThan(0.05);
  expect(Math.abs(y - 1.5)).toBeLessThan(0.05);
  expect(target).toBe(-1);
});

test("an outlier is moved, typed, turned and removed by keyboard alone", async ({
  page,
}) => {
  await open(page, `outlier=0_0_-1&${quick}`);
  await train(page);
  await star(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/outlier=0\.1_0_-1/);
  await expect(star(page)).toBeFocused();
  await page.keyboard.press("Shift+ArrowUp");
  await expect(page).toHaveURL(/outlier=0\.1_0\.5_-1/);
  await ended(page);

  const x = outliers(page).getByLabel("x", { exact: true });
  await x.fill("far away");
  await page.keyboard.press("Enter");
  await expect(outliers(page)).toContainText("It must be a number from −100 to 100.");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/outlier=0\.1_0\.5_-1/);
  await page.keyboard.press("Escape");
  await expect(x).toHaveValue("0.1");
  await x.fill("-1,5");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/outlier=-1\.5_0\.5_-1/);
  await outliers(page).getByLabel("Class").focus();
  await page.keyboard.type("blue");
  await expect(page).toHaveURL(/outlier=-1\.5_0\.5_1/);
  await ended(page);
  await button(page, "Remove the outlier").focus();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/outlier/);
  await ended(page);
});

test("where targets are numbers, the squared loss alone obeys a target of −25", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "data=hills&layers=8&passes=300&outlier=1.4_1.4_-25");
  await train(page);
  await expect(outliers(page)).toContainText(
    "After pass 300: Squared obeys outlier 1; Absolute and Huber do not.",
  );
  await openTab(page, "Shares");
  await expect(shares(page)).toContainText("The outlier carries 94 %.");
  await openTab(page, "Outliers");
  await outliers(page).getByLabel("Target", { exact: true }).fill("0.9");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/outlier=1\.4_1\.4_0\.9/);
  await ended(page);
});

test("several classes have boundaries, shares and a surface, too", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, `data=arms&loss=categorical&outlier=0_1_2&${quick}`);
  await train(page);
  await expect(outliers(page)).toContainText(/After pass 30/);
  await expect(outliers(page).getByRole("row")).toHaveCount(7);
  await openTab(page, "Shares");
  await expect(shares(page)).toContainText("training examples carry");
  await openTab(page, "Surface");
  await expect(surface(page)).toContainText("output orange");
});

test("the shares are those of the chosen loss, in words and as a table", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, quick);
  await openTab(page, "Shares");
  await expect(shares(page)).toContainText(/Before training, the worst ten of 30/);
  await train(page);
  await expect(shares(page)).toContainText(
    /After pass 30, the worst ten of 30 training examples carry \d+ % of the train loss/,
  );
  const rows = shares(page).getByRole("row");
  await expect(rows).toHaveCount(11);
  const worst = Number(
    (await rows.nth(1).getByRole("cell").last().innerText()).replace(" %", ""),
  );
  const tenth = Number(
    (await rows.nth(10).getByRole("cell").last().innerText()).replace(" %", ""),
  );
  expect(worst).toBeGreaterThanOrEqual(tenth);
  await page.getByRole("radio", { name: "Hinge" }).check();
  await expect(shares(page).getByRole("heading")).toContainText("Hinge");
  await expect(shares(page)).toContainText("After pass 30");
});

test("the surface is walked by keyboard, and a run starts where its cross stands", async ({
  page,
}) => {
  await open(page, quick);
  await train(page);
  await openTab(page, "Surface");
  await expect(surface(page)).toContainText(
    /In 30 passes training has moved .* to the (left|right)/,
  );
  await surface(page).getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(surface(page).getByRole("status")).toContainText(
    /At the cross, “layer 1 neuron 1 → output” is .* the train loss would be \d/,
  );
  await surface(page).getByLabel("Across: neuron").selectOption("into layer 1 neuron 2");
  await surface(page)
    .getByLabel("Across: weight or bias")
    .selectOption("bias of layer 1 neuron 2");
  await expect(surface(page).locator("figcaption")).toContainText(
    "Across: bias of layer 1 neuron 2",
  );
  await button(page, "Zoom in").click();
  await button(page, "Surface as a table").click();
  await expect(surface(page).getByRole("row")).toHaveCount(8);
  await button(page, "Whole path").click();
  await surface(page)
    .getByRole("application")
    .click({ position: { x: 40, y: 50 } });
  await button(page, "Start the run with these two weights").click();
  await expect(page).toHaveURL(/[?&]w=\d+_[-\d.]+\*\d+_[-\d.]+/);
  await ended(page);
});

test("four optimizers walk over one surface, from one start to their own losses", {
  tag: ["@gpu", "@long"],
}, async ({ page }) => {
  await page.goto("/labs/optimizers");
  await train(page);
  const ways = surface(page).getByRole("list", { name: "Train loss by line" });
  await expect(ways.getByRole("listitem")).toHaveText([
    /SGD 0\.28$/,
    /Momentum 0\.14$/,
    /RMSProp 0\.38$/,
    /Adam 0\.48$/,
  ]);
  await expect(surface(page)).toContainText("this is the whole of its loss");
  await expect(surface(page).locator("svg g")).toHaveCount(4);
  await page.getByLabel("Input scale").selectOption("Standardised");
  await expect(page).toHaveURL(/[?&]scale=standard/);
  await expect(surface(page)).toContainText(
    "After pass 0, “x → output” is 0.4 and “bias of output” is 1;",
  );
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test("a star is dragged, and the map beside it scrolls the page", async ({ page }) => {
    await open(page, `outlier=0_0_-1&${quick}`);
    const client = await page.context().newCDPSession(page);
    const swipe = async (
      from: { x: number; y: number },
      by: { x: number; y: number },
    ) => {
      const touch = (type: "touchStart" | "touchMove", share: number) =>
        client.send("Input.dispatchTouchEvent", {
          type,
          touchPoints: [{ x: from.x + share * by.x, y: from.y + share * by.y }],
        });
      await touch("touchStart", 0);
      for (const share of [0.2, 0.4, 0.6, 0.8, 1]) await touch("touchMove", share);
      await client.send("Input.dispatchTouchEvent", {
        type: "touchEnd",
        touchPoints: [],
      });
    };
    await atRest(page);
    await star(page).evaluate((one) => one.scrollIntoView({ block: "center" }));
    const { from } = await placesOf(page, 0, 0);
    const map = star(page).locator("..");
    const top = () => map.evaluate((one) => one.getBoundingClientRect().top);
    const before = await top();
    await swipe(from, { x: 40, y: -60 });
    await expect(page).not.toHaveURL(/outlier=0_0_-1/);
    expect(Math.abs((await top()) - before)).toBeLessThan(10);
    const [x = 0, y = 0] = linked(page);
    expect(x).toBeGreaterThan(0.3);
    expect(y).toBeGreaterThan(0.5);
    const { to } = await placesOf(page, 0.15, 0.85);
    const there = page.url();
    const settled = await top();
    await swipe(to, { x: 0, y: -150 });
    await expect.poll(top).toBeLessThan(settled - 50);
    expect(page.url()).toBe(there);
  });
});
