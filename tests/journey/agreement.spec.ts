// What the GPU computes in the lab against plain loops in Node: every activation and every
// loss at least once, one operation at a time.
import { activations } from "@/labs/activation";
import { labs } from "@/labs/catalog/labs";
import { parseRun } from "@/labs/link";
import { losses } from "@/labs/loss";
import { trainPlainly } from "../labs/plain-training";
import { expect, test } from "./strict-test";

const names = Object.keys(losses);
const pairs = Object.keys(activations).map(
  (activation, index) => [activation, names[index % names.length] ?? ""] as const,
);

for (const [activation, loss] of pairs) {
  test(`WebGPU agrees with plain loops: ${activation}, ${loss}`, async ({ page }) => {
    const link =
      `data=xor&noise=0.1&samples=40&layers=3-2&act=${activation}&loss=${loss}` +
      "&lr=0.05&batch=10&passes=3&device=webgpu";
    const { run, refused } = parseRun(link, labs.network.start);
    expect(refused).toEqual([]);
    await page.goto(`/labs/network?${link}`);
    await page.getByRole("button", { name: "Train", exact: true }).click();
    const lab = page.locator("[data-lab]");
    await expect(lab).toHaveAttribute("data-status", "done", { timeout: 60_000 });
    await expect(lab).toHaveAttribute("data-device", "webgpu");
    const expected = trainPlainly(run).passes.at(-1);
    const trainLoss = Number(await lab.getAttribute("data-train-loss"));
    const testLoss = Number(await lab.getAttribute("data-test-loss"));
    expect(Math.abs(trainLoss - (expected?.trainLoss ?? 0))).toBeLessThan(1e-4);
    expect(Math.abs(testLoss - (expected?.testLoss ?? 0))).toBeLessThan(1e-4);
  });
}
