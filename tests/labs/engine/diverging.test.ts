// Runs that diverge, on both devices: each is reported, with the passes before it.
import { memory } from "@tensorflow/tfjs-core/dist/base";
import { expect, test } from "vitest";
import { streamKey, uniform } from "@/labs/arithmetic/random";
import { openDevice } from "@/labs/engine/device";
import { divergence } from "@/labs/engine/engine";
import { trainTask } from "@/labs/engine/trainer";
import type { OptimizerName } from "@/labs/network/optimizer";
import { parseRun } from "@/labs/run/open-link";
import { planOf } from "@/labs/run/plan";
import { type DeviceWish, plainRun, type Run } from "@/labs/run/run";
import { times } from "../../soak";
import { provideGpu } from "./node-gpu";

provideGpu();
const runs = times(12, 500);

/** Unbounded activations and losses with a rate far too high, in a few shapes. */
function divergingRun(seed: number): Run {
  const draw = uniform(streamKey(seed, 55));
  const pick = <T>(list: readonly T[]) => list[Math.floor(draw() * list.length)]!;
  return {
    ...plainRun,
    samples: 30,
    batch: 10,
    layers: pick([[3], [4, 2], [2, 2, 2]]),
    activations: [pick(["relu", "linear", "leaky", "elu", "softplus"] as const)],
    data: pick(["circle", "xor", "hills"] as const),
    optimizer: pick<OptimizerName>(["sgd", "momentum"]),
    rate: Number((3 + 7 * draw()).toFixed(3)),
    passes: 3000,
    seed,
  };
}

test.each(["cpu", "webgpu"] as const satisfies readonly DeviceWish[])(
  `${runs} diverging runs are all reported as diverged: %s`,
  { timeout: 300_000 },
  async (wish) => {
    const site = { open: await openDevice(wish) };
    expect(site.open.device.kind).toBe(wish);
    const ended: string[] = [];
    const { signal } = new AbortController();
    for (let seed = 0; seed < runs; seed += 1) {
      const run = divergingRun(seed);
      try {
        for await (const { passes, weights } of trainTask(planOf(run), site, signal)) {
          expect(weights.every(Number.isFinite)).toBe(true);
          expect(passes.every(({ trainLoss }) => trainLoss >= 0)).toBe(true);
        }
        ended.push(`${seed} came to its end`);
      } catch (error) {
        const { name, message } = error as Error;
        if (name !== divergence) ended.push(`${seed}: ${message}`);
      }
    }
    expect(ended).toEqual([]);
    expect(site.open.device.kind).toBe(wish);
    expect(memory().numTensors).toBe(0);
    site.open.gpu?.close();
  },
);

test.each(["cpu", "webgpu"] as const satisfies readonly DeviceWish[])(
  "a loss may be −1, as any number: %s",
  async (wish) => {
    const site = { open: await openDevice(wish) };
    const link = `loss=max(-1,-s*t)&data=gaussian&layers=none&samples=40&passes=60&lr=0.3`;
    const { run } = parseRun(link, plainRun);
    const { signal } = new AbortController();
    const losses: number[] = [];
    for await (const { passes } of trainTask(planOf(run), site, signal)) {
      losses.push(...passes.map(({ trainLoss }) => trainLoss));
    }
    expect(losses).toHaveLength(60);
    expect(losses.at(-1)).toBe(-1);
    site.open.gpu?.close();
  },
);
