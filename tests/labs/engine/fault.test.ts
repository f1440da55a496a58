// What can go wrong with a GPU, done to a real one.

import { memory } from "@tensorflow/tfjs-core/dist/base";
import { afterEach, expect, test, vi } from "vitest";
import { openDevice } from "@/labs/engine/device";
import type { Progress } from "@/labs/engine/engine";
import { type DeviceSlot, trainTask } from "@/labs/engine/trainer";
import { compileTraining } from "@/labs/kernel/kernel";
import { planOf } from "@/labs/run/plan";
import { type DeviceWish, plainRun, type Run } from "@/labs/run/run";
import { times } from "../../soak";
import { provideGpu } from "./node-gpu";

const gpu = provideGpu();
const { signal } = new AbortController();
const run: Run = { ...plainRun, samples: 40, batch: 8, passes: 400, device: "webgpu" };
const { requestAdapter } = gpu;

/** The devices that were opened, newest last. */
const devices: GPUDevice[] = [];

/** Lets a test change each adapter and device before the engine gets them. */
function intercept(
  changeAdapter: (adapter: GPUAdapter | null) => GPUAdapter | null = (adapter) => adapter,
  changeDevice: (device: GPUDevice) => void = () => {},
) {
  gpu.requestAdapter = async (options) => {
    const adapter = await requestAdapter.call(gpu, options);
    const { requestDevice } = adapter!;
    adapter!.requestDevice = async (descriptor) => {
      const device = await requestDevice.call(adapter, descriptor);
      devices.push(device);
      changeDevice(device);
      return device;
    };
    return changeAdapter(adapter);
  };
}

afterEach(() => {
  gpu.requestAdapter = requestAdapter;
  devices.length = 0;
  expect(memory().numTensors).toBe(0);
});

/** A device in its slot, however long a busy machine takes to open one. */
async function openSite(wish: DeviceWish = "webgpu"): Promise<DeviceSlot> {
  const patience = 60_000;
  return { open: await openDevice(wish, patience), patience };
}

/** Trains to the end, and lets `meddle` break something after each report. */
async function train(site: DeviceSlot, meddle: (report: number) => void, most = 10) {
  const reports: Progress[] = [];
  for await (const progress of trainTask(planOf(run), site, signal, () => most)) {
    reports.push(progress);
    meddle(reports.length);
  }
  return reports;
}

function expectWholeCurve(reports: readonly Progress[], of = run) {
  const passes = reports.flatMap((report) => report.passes);
  expect(passes.map(({ pass }) => pass)).toEqual(
    Array.from({ length: of.passes }, (_, index) => index + 1),
  );
  const { plan, examples, state } = planOf(of);
  const curve = new Float32Array(2 * of.passes);
  compileTraining(plan, examples).train(state, 1, of.passes, curve);
  passes.forEach(({ trainLoss, heldLoss }, index) => {
    expect(Math.abs(trainLoss - curve[2 * index]!)).toBeLessThan(1e-4);
    expect(Math.abs(heldLoss - curve[2 * index + 1]!)).toBeLessThan(1e-4);
  });
}

test.each(Array.from({ length: times(2, 10) }, (_, time) => time + 1))(
  "a device destroyed after report %i goes on where it was, on another",
  async (time) => {
    intercept();
    const site = await openSite();
    expect(site.open.device.kind).toBe("webgpu");
    const reports = await train(site, (report) => {
      if (report === time) devices.at(-1)!.destroy();
    });
    expect(reports.length).toBeGreaterThan(time);
    expectWholeCurve(reports);
    const { device } = reports.at(-1)!;
    expect(device.kind).toBe("webgpu");
    const next = 1 + (reports[time - 1]?.passes.at(-1)?.pass ?? 0);
    const news = `In pass ${next} the device failed: The GPU was lost.`;
    expect(device.why.slice(0, news.length)).toBe(news);
    expect(devices).toHaveLength(2);
    site.open.gpu?.close();
  },
);

test("a GPU that is lost again and again leaves the rest to the CPU", async () => {
  intercept();
  const site = await openSite();
  const reports = await train(site, () => devices.at(-1)!.destroy());
  expectWholeCurve(reports);
  expect(reports.at(-1)!.device.kind).toBe("cpu");
  expect(reports.at(-1)!.device.why).toMatch(
    /^In pass \d+ the device failed: The GPU was/,
  );
  expect(site.open.device.why).toBe("The GPU failed 3 times, so the CPU trains.");
  expect(devices).toHaveLength(3);
});

test("a device lost while nothing trains is replaced when the next run starts", async () => {
  intercept();
  const site = await openSite();
  devices.at(-1)!.destroy();
  await new Promise((go) => setTimeout(go, 50));
  const reports = await train(site, () => {});
  expectWholeCurve(reports);
  expect(reports.at(-1)!.device.why).toMatch(/^In pass 1 the device failed/);
  site.open.gpu?.close();
});

test("a training left while its device is replaced does not disturb the next one", async () => {
  intercept();
  const site = await openSite();
  const stop = new AbortController();
  const left = trainTask(planOf(run), site, stop.signal, () => 10);
  await left.next();
  devices.at(-1)!.destroy();
  const moving = left.next();
  await new Promise((go) => setTimeout(go, 5));
  stop.abort();
  await moving;
  await left.return(undefined);
  const reports = await train(site, () => {});
  expectWholeCurve(reports);
  expect(reports.at(-1)!.device.kind).toBe("webgpu");
  site.open.gpu?.close();
});

test("trainings side by side go on together when their device is lost", async () => {
  intercept();
  const site = await openSite();
  const sides = [0, 1, 2].map(() => {
    const reports: Progress[] = [];
    return { reports, going: trainTask(planOf(run), site, signal, () => 40) };
  });
  let live = sides;
  for (let round = 1; live.length > 0; round += 1) {
    const going: typeof sides = [];
    for (const side of live) {
      const { done, value } = await side.going.next();
      if (value) side.reports.push(value);
      if (!done) going.push(side);
    }
    if (round === 3) devices.at(-1)!.destroy();
    live = going;
  }
  for (const { reports } of sides) {
    expectWholeCurve(reports);
    expect(reports.at(-1)!.device.kind).toBe("webgpu");
  }
  expect(devices).toHaveLength(2);
  site.open.gpu?.close();
});

/** Tells a test how many calls are under way on a device: at their begin, and at their end. */
const watchCalls =
  (began: (under: number) => void, ended: (under: number) => void) =>
  (device: GPUDevice) => {
    const { createBuffer } = device;
    let under = 0;
    device.createBuffer = (descriptor) => {
      const buffer = createBuffer.call(device, descriptor);
      const { mapAsync } = buffer;
      buffer.mapAsync = async (...range) => {
        under += 1;
        began(under);
        await mapAsync.apply(buffer, range);
        under -= 1;
        ended(under);
      };
      return buffer;
    };
  };

test("the next call is on the device before the last is read back", async () => {
  const left: number[] = [];
  let most = 0;
  const began = (under: number) => {
    most = Math.max(most, under);
  };
  intercept(
    undefined,
    watchCalls(began, (under) => left.push(under)),
  );
  const site = await openSite();
  let reports = 0;
  for await (const _ of trainTask(planOf({ ...run, passes: 20_000 }), site, signal)) {
    // Nothing was begun beyond what is reported.
    expect(left.at(-1)).toBe(0);
    reports += 1;
    if (reports === 6) break;
  }
  expect(most).toBe(2);
  // All but the last of each report, and the first.
  expect(left.filter((under) => under === 1).length).toBeGreaterThan(reports);
  site.open.gpu?.close();
});

test("a device lost with two calls under way goes on after the last whole pass", async () => {
  const began = (under: number) => under === 2 && devices[0]?.destroy();
  intercept(
    undefined,
    watchCalls(began, () => {}),
  );
  const site = await openSite();
  const reports = await train(site, () => {}, Number.POSITIVE_INFINITY);
  expectWholeCurve(reports);
  expect(reports.at(-1)?.device.why).toMatch(/^In pass \d+ the device failed/);
  site.open.gpu?.close();
});

test("an older GPU, with compatibility alone, trains", async () => {
  const asked: (GPURequestAdapterOptions | undefined)[] = [];
  intercept((adapter) => {
    const { requestDevice } = adapter!;
    // Dawn holds the device to what such GPUs can, once it is not asked for more.
    adapter!.requestDevice = () => requestDevice.call(adapter, {});
    return adapter;
  });
  const { requestAdapter: intercepted } = gpu;
  gpu.requestAdapter = (options) => {
    asked.push(options);
    return intercepted.call(gpu, options);
  };
  const site = await openSite();
  expect(asked[0]).toMatchObject({ featureLevel: "compatibility" });
  const [device] = devices;
  expect(device?.features.has("core-features-and-limits")).toBe(false);
  expect(device?.limits.maxComputeInvocationsPerWorkgroup).toBe(128);
  expect(site.open.gpu?.opByOp).toBe(false);
  const wide: Run = { ...run, layers: [64, 64], batch: 40, passes: 3 };
  const reports: Progress[] = [];
  const open = { ...site.open, gpu: { ...site.open.gpu!, software: false } };
  for await (const report of trainTask(planOf(wide), { open }, signal)) {
    expect(report.device.kind).toBe("webgpu");
    reports.push(report);
  }
  expectWholeCurve(reports, wide);
  site.open.gpu?.close();
});

test("a core GPU is asked for all that it has", async () => {
  intercept();
  const { gpu: opened } = await openDevice("webgpu");
  expect(devices[0]?.features.has("core-features-and-limits")).toBe(true);
  expect(devices[0]?.limits.maxComputeInvocationsPerWorkgroup).toBe(256);
  expect(opened?.opByOp).toBe(true);
  opened?.close();
});

test("no adapter: the CPU trains, and the reader is told why", async () => {
  intercept(() => null);
  const { device } = await openDevice("webgpu");
  expect(device).toMatchObject({
    kind: "cpu",
    why: "The browser grants no GPU, so the CPU trains.",
  });
});

test("a refused device: the CPU trains, and the reader is told why", async () => {
  intercept((adapter) => {
    adapter!.requestDevice = () => Promise.reject(new Error("Out of devices"));
    return adapter;
  });
  const { device } = await openDevice("webgpu");
  expect(device.kind).toBe("cpu");
  expect(device.why).toContain("Out of devices");
});

test("a GPU that never answers is given up in time", async () => {
  intercept((adapter) => {
    adapter!.requestDevice = () => new Promise(() => {});
    return adapter;
  });
  const { device } = await openDevice("webgpu", 200);
  expect(device.kind).toBe("cpu");
  expect(device.why).toContain("it did not answer within 0.2 seconds");
});

/** Changes the text of every shader of a device. */
const rewrite = (change: (code: string) => string) => (device: GPUDevice) => {
  const { createShaderModule } = device;
  device.createShaderModule = (descriptor) =>
    createShaderModule.call(device, { ...descriptor, code: change(descriptor.code) });
};

test("a shader that does not compile is found out before it is trusted", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  intercept(
    undefined,
    rewrite((code) => `${code}\nnonsense`),
  );
  const { device } = await openDevice("webgpu");
  expect(device.kind).toBe("cpu");
  expect(device.why).toContain("The GPU reported an error");
});

test("a GPU that computes something else is found out by the self-test", async () => {
  intercept(
    undefined,
    rewrite((code) => code.replace("uniforms.rate *", "1.01 * uniforms.rate *")),
  );
  const { device } = await openDevice("webgpu");
  expect(device.kind).toBe("cpu");
  expect(device.why).toContain("it computed a wrong result in a test");
});

test("a shader that fails only for the run at hand leaves the run to the CPU", async () => {
  intercept(
    undefined,
    rewrite((code) => (code.includes("array<i32, 8>") ? `${code}\nnonsense` : code)),
  );
  const site = await openSite();
  expect(site.open.device.kind).toBe("webgpu");
  const reports = await train(site, () => {});
  expectWholeCurve(reports);
  expect(reports[0]!.device.kind).toBe("cpu");
  expect(reports[0]!.device.why).toMatch(
    /^In pass 1 the device failed: The GPU reported/,
  );
});

const cycles = times(30, 1000);

test.each(["cpu", "webgpu"] as const)(
  `${cycles} starts and stops on the %s leave nothing behind`,
  async (wish) => {
    const site = await openSite(wish);
    const before = { ...memory() };
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const stop = new AbortController();
      let reports = 0;
      for await (const _ of trainTask(
        planOf(run),
        site,
        stop.signal,
        () => 1 + (cycle % 3),
      )) {
        reports += 1;
        if (reports > cycle % 3) break;
        if (cycle % 5 === 0) stop.abort();
      }
      expect(memory().numTensors).toBe(0);
    }
    const after = { ...memory() };
    expect(after.numBytes).toBe(before.numBytes);
    expect(after.numDataBuffers).toBe(before.numDataBuffers);
    expect(site.open.device.kind).toBe(wish);
    site.open.gpu?.close();
  },
);
