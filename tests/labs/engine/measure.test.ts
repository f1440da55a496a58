// Measurements on Node's software WebGPU, and without any.
import { memory } from "@tensorflow/tfjs-core/dist/base";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { openDevice } from "@/labs/engine/device";
import { measure } from "@/labs/engine/measure";
import {
  type Chain,
  chainInOne,
  chainOnCpu,
  chainOpByOp,
} from "@/labs/engine/product-chain";
import { steadyTime } from "@/labs/engine/stopwatch";
import {
  type MeasureRequest,
  measuredAfter,
  nothingMeasured,
  type Report,
} from "@/labs/measure/measurement";
import { planOf } from "@/labs/run/plan";
import { plainRun } from "@/labs/run/run";
import { provideGpu } from "./node-gpu";

const gpu = provideGpu();
const { requestAdapter } = gpu;
const budget = { call: 2, watch: 4 };
const { plan, examples } = planOf({ ...plainRun, samples: 12, rate: 10 });
const asks: readonly MeasureRequest[] = [
  { what: "products" },
  { what: "network", plan, examples },
];

afterEach(() => {
  gpu.requestAdapter = requestAdapter;
  expect(memory().numTensors).toBe(0);
});

async function measured(
  ask: MeasureRequest,
  sizes: readonly number[],
  longest = Infinity,
) {
  const reports: Report[] = [];
  for await (const report of measure(ask, { sizes, budget, longest }))
    reports.push(report);
  return reports.reduce(measuredAfter, nothingMeasured);
}

test("all three chains come to the same product", async () => {
  const open = await openDevice("webgpu");
  expect(open.device.kind).toBe("webgpu");
  const cornerOf = async (chain: Chain, times: number): Promise<number> => {
    const corner = await chain.run(times);
    chain.dispose();
    return corner;
  };
  for (const size of [2, 4, 8, 64]) {
    for (const times of [1, 2, 5]) {
      const onCpu = await cornerOf(chainOnCpu(size), times);
      expect(onCpu).toBeGreaterThan(0.1);
      expect(onCpu).toBeLessThan(1);
      const onGpu = [chainOpByOp(size), chainInOne(size, true), chainInOne(size, false)];
      for (const chain of onGpu) {
        expect(Math.abs((await cornerOf(chain, times)) - onCpu)).toBeLessThan(1e-5);
      }
    }
  }
  open.gpu?.close();
});

test.each(asks)("all ways of $what are measured, on a GPU that is named", async (ask) => {
  const { found, readBack, lines, own, faults } = await measured(ask, [2, 4]);
  expect(faults).toEqual([]);
  expect(found).toMatchObject({
    kind: "software",
    name: expect.stringMatching(/swiftshader/i),
  });
  expect(readBack).toBeGreaterThan(0);
  for (const line of Object.values(lines)) {
    expect(line.map(({ size }) => size)).toEqual([2, 4]);
    for (const { time, first } of line) {
      expect(time).toBeGreaterThan(0);
      expect(first).toBeGreaterThan(0);
    }
  }
  const size = plan.network.size * plan.batch;
  if (ask.what === "network") {
    expect(Object.values(own).map((timing) => timing.size)).toEqual([size, size, size]);
  } else expect(own).toEqual({});
});

test("a way ends where the next size would take too long", async () => {
  const { lines, faults } = await measured({ what: "products" }, [2, 4, 8], 0);
  for (const line of Object.values(lines)) expect(line).toHaveLength(1);
  expect(faults).toEqual([]);
});

test("leaving the loop early frees the device and all memory", async () => {
  for await (const report of measure(asks[1]!, { budget })) {
    if (report.kind === "point") break;
  }
  expect(memory().numTensors).toBe(0);
  const { device, gpu } = await openDevice("webgpu");
  expect(device.kind).toBe("webgpu");
  gpu?.close();
});

test("without a GPU the reason is told, and the CPU is measured", async () => {
  gpu.requestAdapter = async () => null;
  const { found, lines, faults } = await measured({ what: "products" }, [2, 4]);
  expect(found).toMatchObject({ kind: "none", lacks: "adapter" });
  expect(lines.cpu).toHaveLength(2);
  expect(lines.steps).toEqual([]);
  expect(faults).toEqual([]);
});

test("a GPU that is lost ends its own lines, and the CPU's goes on", async () => {
  let lose = () => {};
  gpu.requestAdapter = async (options) => {
    const adapter = await requestAdapter.call(gpu, options);
    const { requestDevice } = adapter!;
    adapter!.requestDevice = async (descriptor) => {
      const device = await requestDevice.call(adapter, descriptor);
      lose = () => device.destroy();
      return device;
    };
    return adapter;
  };
  const reports: Report[] = [];
  for await (const report of measure(
    { what: "products" },
    { sizes: [2, 4, 8], budget },
  )) {
    reports.push(report);
    if (report.kind === "read-back") lose();
  }
  const { lines, faults } = reports.reduce(measuredAfter, nothingMeasured);
  expect(lines.cpu).toHaveLength(3);
  expect(lines.one).toEqual([]);
  expect(faults.map(({ way }) => way)).toEqual(["steps", "one"]);
});

test("a GPU that fails its test is told as such", async () => {
  gpu.requestAdapter = async (options) => {
    const adapter = await requestAdapter.call(gpu, options);
    adapter!.requestDevice = () => Promise.reject(new Error("no device today"));
    return adapter;
  };
  const { found } = await measured({ what: "products" }, [2]);
  expect(found).toMatchObject({ kind: "none", lacks: "working GPU" });
  expect(found?.kind === "none" && found.why).toContain("no device today");
});

test("settled times leave the first one out, and are times of one", async () => {
  // On a clock of its own: a busy machine has no say in it.
  let now = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now);
  onTestFinished(() => clock.mockRestore());
  const asked: number[] = [];
  const work = {
    async run(times: number) {
      asked.push(times);
      // One call was disturbed.
      now += asked.length === 1 ? 60 : asked.length === 5 ? 500 : times;
    },
    most: 64,
    dispose() {},
  };
  const { time, first } = await steadyTime(work, { call: 5, watch: 600 });
  expect(first).toBe(60);
  expect(time).toBe(1);
  expect(asked.slice(0, 3)).toEqual([1, 1, 6]);
});
