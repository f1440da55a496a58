// What a browser does to a running lab: ends its worker, puts it to sleep, draws it no more.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./strict-test";
import { unfold } from "./unfold";

/** A run of a minute or more. */
const long = "/labs/network?layers=64-64&samples=1000&passes=100000&device=cpu";

/** The workers that train: others may draw. */
async function trainers(page: Page) {
  const workers = page.workers();
  const names = await Promise.all(
    workers.map((worker) => worker.evaluate(() => self.name)),
  );
  return workers.filter((_, at) => names[at] === "training");
}

test("a worker that dies without a word is noticed, and the next run trains", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto(long);
  const bench = page.locator("[data-lab][data-status]");
  const train = page.getByRole("button", { name: "Train", exact: true });
  await train.click();
  await expect(bench).toHaveAttribute("data-device", "cpu");
  await (await trainers(page))[0]!.evaluate(() => self.close());
  await expect(bench).toHaveAttribute("data-status", "failed", { timeout: 15_000 });
  await expect(page.getByText("The engine no longer answers.").first()).toBeVisible();
  expect(Number(await bench.getAttribute("data-pass"))).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await train.click();
  await expect(bench).toHaveAttribute("data-status", "running");
  await expect
    .poll(async () => Number(await bench.getAttribute("data-pass")))
    .toBeGreaterThan(100);
});

test("of two sides on two workers one dies, is named, and the other trains to its end", {
  tag: "@long",
}, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "hardwareConcurrency", { value: 2 });
  });
  await page.goto("/labs/features?passes=30000&device=cpu");
  const bench = page.locator("[data-lab][data-status]");
  const pass = async () => Number(await bench.getAttribute("data-pass"));
  const train = page.getByRole("button", { name: "Train", exact: true });
  const speed = page.getByLabel("Speed", { exact: true });
  await speed.selectOption("10 per second");
  await train.click();
  await expect.poll(pass).toBeGreaterThan(1);
  const workers = await trainers(page);
  expect(workers).toHaveLength(2);
  await workers[1]!.evaluate(() => self.close());
  const told = page.getByText(/^.+: The engine no longer answers\./).first();
  await expect(told).toBeVisible({ timeout: 20_000 });
  await expect(bench).toHaveAttribute("data-status", "running");
  const before = await pass();
  await expect.poll(pass).toBeGreaterThan(before);
  await speed.selectOption("Full speed");
  await expect(bench).toHaveAttribute("data-pass", "30000", { timeout: 30_000 });
  await expect(bench).toHaveAttribute("data-status", "failed");
  await expect(told).toBeVisible();
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await expect(told).toHaveCount(0);
  await train.click();
  await expect.poll(pass).toBeGreaterThan(10);
});

test("a run goes on after a sleep, and is not taken for dead", { tag: "@long" }, async ({
  page,
  browser,
}) => {
  await page.goto(long);
  const bench = page.locator("[data-lab][data-status]");
  const pass = async () => Number(await bench.getAttribute("data-pass"));
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect.poll(pass).toBeGreaterThan(10);
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer");
  expect(pages.length).toBeGreaterThan(0);
  const before = await pass();
  // Stopped as a whole, page and worker, for longer than a silent worker is waited for.
  for (const { id } of pages) process.kill(id, "SIGSTOP");
  await new Promise((go) => setTimeout(go, 12_000));
  for (const { id } of pages) process.kill(id, "SIGCONT");
  const after = await pass();
  // Twelve seconds awake would have been many thousands of passes.
  expect(after - before).toBeLessThan(2000);
  await expect.poll(pass).toBeGreaterThan(after + 20);
  await expect(bench).toHaveAttribute("data-status", "running");
});

test("a page that is drawn no more, like a hidden one, trains on", async ({ page }) => {
  // Headless Chromium hides no page, so that the browser's part is played: no frames.
  await page.addInitScript(() => {
    window.requestAnimationFrame = () => 0;
    Object.defineProperty(document, "hidden", { value: true });
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
  });
  await page.goto("/labs/network?passes=3000&device=cpu");
  const bench = page.locator("[data-lab][data-status]");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(bench).toHaveAttribute("data-status", "done", { timeout: 30_000 });
  await expect(bench).toHaveAttribute("data-pass", "3000");
});

/** Presses a button, and the next thing that React puts into an element like this fails. */
async function failAt(button: Locator, selector: string) {
  await button.evaluate((element, selector) => {
    const { appendChild, insertBefore } = Node.prototype;
    const real = { appendChild, insertBefore };
    const fails = (method: (...args: never[]) => Node) =>
      function (this: Node, ...args: unknown[]) {
        if (this instanceof Element && this.matches(selector)) {
          Object.assign(Node.prototype, real);
          throw new Error("Not drawn, by way of trial");
        }
        return Reflect.apply(method, this, args);
      };
    Object.assign(Node.prototype, {
      appendChild: fails(real.appendChild),
      insertBefore: fails(real.insertBefore),
    });
    (element as HTMLElement).click();
  }, selector);
}

for (const [path, wide] of [
  ["/labs/network?layers=5&passes=60&device=cpu", true],
  ["/embed/labs/network?layers=5&passes=60&device=cpu", false],
] as const) {
  test(`a lab whose drawing fails is drawn again, and keeps what was set: ${path}`, {
    tag: wide ? [] : "@long",
  }, async ({ page, complaints }) => {
    await page.goto(path);
    const lab = page.locator("[data-lab]");
    await lab.getByRole("button", { name: "Train", exact: true }).click();
    await expect(lab).toHaveAttribute("data-status", "done");
    const loss = await lab.getAttribute("data-train-loss");
    const rate = lab.getByLabel("Learning rate", { exact: true });
    await rate.fill("0.07");
    await rate.press("Enter");
    const table = lab.getByRole("button", { name: "Data table" });
    await failAt(table, "[data-lab], [data-lab] *");
    await expect(lab.getByRole("alert")).toHaveText(/^The lab met an error\./);
    if (wide) await expect(page.getByRole("banner")).toBeVisible();
    await lab.getByRole("button", { name: "Try again" }).click();
    await expect(rate).toHaveValue("0.07");
    if (wide) await expect(page).toHaveURL(/lr=0\.07/);
    await lab.getByRole("button", { name: "Train", exact: true }).click();
    await expect(lab).toHaveAttribute("data-pass", "60");
    expect(await lab.getAttribute("data-train-loss")).not.toBe(loss);
    complaints.length = 0;
  });
}

test("a lab of a lesson that fails leaves the lesson, and the answers in it", async ({
  page,
  complaints,
}) => {
  await page.goto("/lessons/loss-functions");
  const radio = page.locator("[data-question] [type=radio]").first();
  await radio.check();
  await unfold(page);
  const lab = page.locator("[data-lab]").first();
  await lab.scrollIntoViewIfNeeded();
  await expect(lab.getByRole("button", { name: "Train", exact: true })).toBeEnabled();
  await failAt(lab.getByRole("button", { name: "Data table" }), "[data-lab] *");
  await expect(lab.getByRole("alert")).toHaveText(/^The lab met an error\./);
  await expect(radio).toBeChecked();
  await lab.getByRole("button", { name: "Try again" }).click();
  await expect(lab.getByRole("button", { name: "Train", exact: true })).toBeEnabled();
  await expect(radio).toBeChecked();
  complaints.length = 0;
});

test("a page that fails says so under the site’s header, and is drawn again", async ({
  page,
  complaints,
}) => {
  await page.goto("/questions");
  const gift = page.getByLabel("Questions in GIFT");
  await gift.fill("The sun rises in the {=east}.");
  await failAt(page.getByRole("button", { name: "Read them" }), "main *");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "This page met an error",
  );
  await expect(page.getByRole("main").getByRole("alert")).toContainText("is lost");
  await expect(page.getByRole("banner")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(gift).toBeVisible();
  complaints.length = 0;
});

test("a page that fails as it is opened is opened at the next try", async ({
  page,
  complaints,
}) => {
  await page.goto("/class/privacy");
  const banner = page.getByRole("banner");
  await expect(banner.getByRole("button", { name: /^Search/ })).toBeVisible();
  await failAt(banner.getByRole("link", { name: "Review" }), "main, main *");
  await expect(page.getByText("This page met an error")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Review");
  await expect(page).toHaveURL("/review");
  complaints.length = 0;
});
