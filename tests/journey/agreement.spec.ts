// What the GPU computes in the lab against the CPU in Node: every activation and every
// loss at least once (most in the long run), over more passes than one call to the device trains.

import { labs } from "@/labs/catalog/labs";
import { compileTraining } from "@/labs/kernel/kernel";
import { activations } from "@/labs/network/activation";
import { losses } from "@/labs/network/loss";
import { parseRun } from "@/labs/run/open-link";
import { planOf } from "@/labs/run/plan";
import { expect, test } from "./strict-test";

const names = Object.keys(losses).filter((name) => name !== "categorical");
const pairs = Object.keys(activations).map(
  (activation, index) => [activation, names[index % names.length] ?? ""] as const,
);

for (const [at, [activation, loss]] of pairs.entries()) {
  const title = `WebGPU agrees with the CPU: ${activation}, ${loss}`;
  test(title, { tag: at === 0 ? [] : "@long" }, async ({ page }) => {
    const link =
      `data=xor&noise=0.1&samples=40&layers=3-2&act=${activation}&loss=${loss}` +
      "&lr=0.05&batch=10&passes=20&device=webgpu";
    const { run, refused } = parseRun(link, labs.network.start);
    expect(refused).toEqual([]);
    await page.goto(`/labs/network?${link}`);
    await page.getByRole("button", { name: "Train", exact: true }).click();
    const lab = page.locator("[data-lab]");
    await expect(lab).toHaveAttribute("data-status", "done", { timeout: 60_000 });
    await expect(lab).toHaveAttribute("data-device", "webgpu");
    const { plan, examples, state } = planOf(run);
    const curve = new Float32Array(2 * run.passes);
    compileTraining(plan, examples).train(state, 1, run.passes, curve);
    const trainLoss = Number(await lab.getAttribute("data-train-loss"));
    const heldLoss = Number(await lab.getAttribute("data-test-loss"));
    expect(Math.abs(trainLoss - curve.at(-2)!)).toBeLessThan(1e-4);
    expect(Math.abs(heldLoss - curve.at(-1)!)).toBeLessThan(1e-4);
  });
}
