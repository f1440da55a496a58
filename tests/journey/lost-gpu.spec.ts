// The GPU goes away in mid-run: the reader is told, the curve stays, the lab goes on.
import { expect, test } from "./strict-test";

test("a GPU that is lost in mid-run ends in a clear message, with the curve kept", async ({
  page,
  browser,
}) => {
  await page.goto("/labs/network?samples=40&batch=20&layers=2&passes=2000&device=webgpu");
  const bench = page.locator("[data-lab][data-status]");
  const pass = async () => Number(await bench.getAttribute("data-pass"));
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect.poll(pass, { timeout: 60_000 }).toBeGreaterThan(3);
  await expect(bench).toHaveAttribute("data-device", "webgpu");

  const session = await browser.newBrowserCDPSession();
  await session.send("Browser.crashGpuProcess").catch(() => {});
  await expect(bench).toHaveAttribute("data-status", "failed", { timeout: 20_000 });
  await expect(page.getByText("The GPU was lost.").first()).toBeVisible();
  expect(await pass()).toBeGreaterThan(3);

  await page.getByLabel("Device").selectOption("cpu");
  await expect(bench).toHaveAttribute("data-status", "idle");
  await page.getByLabel("Passes", { exact: true }).fill("20");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(bench).toHaveAttribute("data-status", "done");
  await expect(bench).toHaveAttribute("data-device", "cpu");
});
