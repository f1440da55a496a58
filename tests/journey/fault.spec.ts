// What a browser does to a running lab: ends its worker, freezes or hides its page.
import { expect, test } from "./strict-test";

const long = "/labs/network?passes=100000&device=cpu";

test("a worker that dies without a word is noticed, and the next run trains", async ({
  page,
}) => {
  await page.goto(long);
  const bench = page.locator("[data-lab][data-status]");
  const train = page.getByRole("button", { name: "Train", exact: true });
  await train.click();
  await expect(bench).toHaveAttribute("data-device", "cpu");
  await page.workers()[0]!.evaluate(() => self.close());
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

test("a page that is frozen and thawed goes on with its run", async ({ page }) => {
  await page.goto(`${long}&layers=64-64&samples=1000`);
  const bench = page.locator("[data-lab][data-status]");
  const pass = async () => Number(await bench.getAttribute("data-pass"));
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect.poll(pass).toBeGreaterThan(10);
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await new Promise((go) => setTimeout(go, 7000));
  await session.send("Page.setWebLifecycleState", { state: "active" });
  const before = await pass();
  await expect.poll(pass).toBeGreaterThan(before + 20);
  await expect(bench).toHaveAttribute("data-status", "running");
});

test("a hidden page trains on", async ({ page, context }) => {
  await page.goto("/labs/network?passes=3000&device=cpu");
  const bench = page.locator("[data-lab][data-status]");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(bench).toHaveAttribute("data-status", "running");
  const other = await context.newPage();
  await other.goto("/");
  await other.bringToFront();
  await expect(bench).toHaveAttribute("data-status", "done", { timeout: 30_000 });
  await expect(bench).toHaveAttribute("data-pass", "3000");
});
