// The GPU process is killed in mid-run, again and again: the reader is told, the curve
// stays, the run goes on.
import { quiet, softwareGpu } from "../chromium-flags";
import { findChromium } from "../find-chromium";
import { times } from "../soak";
import { expect, test } from "./strict-test";

const losses = times(2, 10);
const executablePath = findChromium()?.file;
test.use({
  launchOptions: {
    ...(executablePath && { executablePath }),
    // Chromium gives up its GPU after three crashes, and a page's after one.
    args: [
      ...quiet,
      ...softwareGpu,
      "--disable-gpu-process-crash-limit",
      "--disable-domain-blocking-for-3d-apis",
    ],
  },
});

test(`${losses} times the GPU is lost in mid-run, and each run goes on within 5 s`, async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);
  const bench = page.locator("[data-lab][data-status]");
  const pass = async () => Number(await bench.getAttribute("data-pass"));
  const session = await browser.newBrowserCDPSession();
  const ways: string[] = [];
  await page.goto(
    "/labs/network?samples=40&batch=20&layers=2&passes=100000&device=webgpu",
  );
  for (let time = 0; time < losses; time += 1) {
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await expect.poll(pass, { timeout: 30_000 }).toBeGreaterThan(30);
    await expect(bench).toHaveAttribute("data-device", "webgpu");
    await session.send("Browser.crashGpuProcess").catch(() => {});
    await expect(page.getByText("The GPU was lost.").first()).toBeVisible({
      timeout: 5000,
    });
    const told = await pass();
    expect(told).toBeGreaterThan(30);
    // Where no other GPU came in time, the CPU may be at the end already.
    const on = Math.min(told, 99_999);
    await expect.poll(pass, { timeout: 5000 }).toBeGreaterThan(on);
    await expect(bench).toHaveAttribute("data-status", /running|done/);
    ways.push((await bench.getAttribute("data-device")) ?? "");
    await page.getByRole("button", { name: "Reset", exact: true }).click();
    await expect(bench).toHaveAttribute("data-status", "idle");
    // The next run opens a device of its own.
    await page.reload();
  }
  expect(ways).toContain("webgpu");
});
