// The engine behind its worker, a real thread: what a busy page, a step, a pause and a stop
// make of a training.
import { expect, onTestFinished, test, vi } from "vitest";
import {
  type Engine,
  fullSpeed,
  type Leave,
  type Pace,
  type Progress,
} from "@/labs/engine/engine";
import { openEngine } from "@/labs/engine/open-engine";
import { compileTraining } from "@/labs/kernel/kernel";
import { planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { provideWorkers } from "./node-worker";

const workers = provideWorkers();
const { signal } = new AbortController();

const run: Run = { ...plainRun, samples: 40, passes: 200, device: "cpu" };
/** One that never ends while it is watched. */
const long: Run = { ...run, samples: 500, layers: [16, 16], passes: 100_000 };

/** An engine on a machine of so many cores. */
async function open(cores = 1): Promise<Engine> {
  vi.stubGlobal("navigator", { hardwareConcurrency: cores });
  workers.length = 0;
  const life = new AbortController();
  onTestFinished(() => life.abort());
  return openEngine("cpu", life.signal);
}

const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** Keeps the page's thread, but not the machine, from all else. */
function keepBusy(time: number) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time);
}

/** The losses of all passes, and the last weights, as plain loops give them. */
function expectExact(run: Run, reports: readonly Progress[]) {
  const passes = reports.flatMap((report) => report.passes);
  const { plan, examples, state } = planOf(run);
  const curve = new Float32Array(2 * passes.length);
  compileTraining(plan, examples).train(state, 1, passes.length, curve);
  expect(passes.map(({ pass }) => pass)).toEqual(passes.map((_, at) => at + 1));
  expect(passes.flatMap(({ trainLoss, heldLoss }) => [trainLoss, heldLoss])).toEqual([
    ...curve,
  ]);
  expect(reports.at(-1)?.weights).toEqual(state.slice(0, plan.network.size));
}

/** Passes in a second, where the page is busy for `busy` milliseconds after each report. */
async function rate(engine: Engine, busy: number) {
  let begun: number | null = null;
  let passes = 0;
  for await (const progress of engine.train(long, signal)) {
    if (begun !== null) passes += progress.passes.length;
    begun ??= performance.now();
    const time = performance.now() - begun;
    if (time > 1000) return (1000 * passes) / time;
    keepBusy(busy);
  }
  throw new Error("The run ended before it was measured.");
}

test("a page that takes 200 ms for a report does not hold the training up", async () => {
  const engine = await open();
  let share = 0;
  // The machine may have other things to do in one second and not in the next.
  for (let time = 0; time < 5 && share < 0.9; time += 1) {
    share = (await rate(engine, 200)) / (await rate(engine, 0));
  }
  expect(share).toBeGreaterThan(0.9);
});

test("a busy page gets all passes, and the right last weights", async () => {
  const engine = await open();
  const reports: Progress[] = [];
  const some = { ...long, passes: 300 };
  for await (const report of engine.train(some, signal)) {
    reports.push(report);
    keepBusy(200);
  }
  expectExact(some, reports);
});

/** A pace whose leave the test gives piece by piece; `asked`: how often it was asked. */
function byHand() {
  const waiting: ((leave: Leave) => void)[] = [];
  let asked = 0;
  return {
    asked: () => asked,
    pace: () =>
      new Promise<Leave>((resolve) => {
        asked += 1;
        waiting.push(resolve);
      }),
    async give(leave: Leave) {
      while (waiting.length === 0) await wait(1);
      waiting.shift()?.(leave);
    },
  };
}

/** Collects the reports of a training as they come. */
function collect(reports: AsyncIterable<Progress>) {
  const seen: Progress[] = [];
  const end = (async () => {
    for await (const report of reports) seen.push(report);
  })();
  // Those that the test leaves before their end are closed with the engine.
  end.catch(() => {});
  return { seen, end, pass: () => seen.at(-1)?.passes.at(-1)?.pass ?? 0 };
}

test("so many passes are trained as are allowed, and the last needs no more leave", async () => {
  const engine = await open();
  const { pace, give, asked } = byHand();
  const some = { ...run, passes: 9 };
  const { seen, end, pass } = collect(engine.train(some, signal, pace));
  const stops: number[] = [];
  for (const passes of [1, 1, 2, 3]) {
    await give({ passes });
    const before = asked();
    while (asked() === before) await wait(1);
    stops.push(pass());
    await wait(10);
    expect(pass()).toBe(stops.at(-1));
  }
  expect(stops).toEqual([1, 2, 4, 7]);
  await give({ passes: 2 });
  await end;
  expectExact(some, seen);
});

test("withdrawn leave stops soon, what is shown is where it stands, and a step is one", async () => {
  const engine = await open();
  const { pace, give, asked } = byHand();
  const { seen, pass } = collect(engine.train(long, signal, pace));
  let withdraw = () => {};
  const withdrawn = new Promise<void>((resolve) => {
    withdraw = resolve;
  });
  await give({ ...fullSpeed(), withdrawn });
  while (pass() < 50) await wait(1);
  // Reports wait meanwhile: they come before the training is said to stand still.
  keepBusy(300);
  withdraw();
  while (asked() < 2) await wait(1);
  const stood = pass();
  expect(stood).toBeLessThan(long.passes / 4);
  await wait(100);
  expect(pass()).toBe(stood);
  for (const step of [1, 2]) {
    await give({ passes: 1 });
    while (asked() < 2 + step) await wait(1);
    expect(pass()).toBe(stood + step);
  }
  expectExact(long, seen);
});

test("a training that is left makes room for the next, and says nothing more", async () => {
  const engine = await open();
  const stop = new AbortController();
  const left = collect(engine.train(long, stop.signal));
  while (left.pass() < 20) await wait(1);
  stop.abort();
  await left.end;
  const before = left.seen.length;
  const next = collect(engine.train(run, signal));
  await next.end;
  expectExact(run, next.seen);
  expect(left.seen).toHaveLength(before);
});

test("trainings side by side get on together, each as alone", async () => {
  const engine = await open();
  const seeds = [1, 2, 3].map((seed) => ({ ...run, passes: 2000, seed }));
  const sides = seeds.map((one) => collect(engine.train(one, signal)));
  await Promise.all(sides.map(({ end }) => end));
  for (const [at, { seen }] of sides.entries()) expectExact(seeds[at]!, seen);
});

test("a run that diverges behind a busy page shows all its passes first", async () => {
  const engine = await open();
  const wild: Run = { ...run, rate: 3, activations: ["relu"], passes: 1000 };
  const seen: Progress[] = [];
  const train = async () => {
    for await (const report of engine.train(wild, signal)) {
      seen.push(report);
      keepBusy(100);
    }
  };
  await expect(train()).rejects.toThrow("The run diverged in pass");
  expectExact(wild, seen);
});

test("a worker that dies is told in a sentence, after what it reported", async () => {
  const engine = await open();
  const { seen, end, pass } = collect(engine.train(long, signal));
  while (pass() < 20) await wait(1);
  workers
    .at(-1)
    ?.dispatchEvent(Object.assign(new Event("error"), { message: "no room" }));
  await expect(end).rejects.toThrow("The engine stopped: no room.");
  expectExact(long, seen);
  await collect(engine.train(run, signal)).end;
  expect(workers).toHaveLength(2);
});

const seeds = (count: number, run: Run) =>
  Array.from({ length: count }, (_, at): Run => ({ ...run, seed: at + 1 }));

/** The most workers that are there at once. */
const alive = () => workers.filter((worker) => !worker.hasEnded()).length;

test("trainings side by side use every core, each with the same bits as alone", async () => {
  const engine = await open(3);
  expect(workers).toHaveLength(1);
  const runs = seeds(5, { ...run, passes: 3000 });
  const sides = runs.map((one) => collect(engine.train(one, signal)));
  await Promise.all(sides.map(({ end }) => end));
  expect(workers).toHaveLength(3);
  for (const [at, { seen }] of sides.entries()) {
    expectExact(runs[at]!, seen);
    for (const { device } of seen) expect(device).toEqual(engine.device);
  }
  // They are there for the next ones, and one alone needs none beside the first.
  await collect(engine.train(run, signal)).end;
  expect(workers).toHaveLength(3);
});

test("one core has one worker, and no machine more than eight", async () => {
  const few = await open(1);
  await Promise.all(seeds(3, run).map((one) => collect(few.train(one, signal)).end));
  expect(workers).toHaveLength(1);
  const many = await open(64);
  await Promise.all(seeds(10, run).map((one) => collect(many.train(one, signal)).end));
  expect(workers).toHaveLength(8);
});

test("workers beside the first end when they rest, and all with the engine", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const life = new AbortController();
  vi.stubGlobal("navigator", { hardwareConcurrency: 2 });
  workers.length = 0;
  const engine = await openEngine("cpu", life.signal);
  const both = () =>
    Promise.all(seeds(2, run).map((one) => collect(engine.train(one, signal)).end));
  await both();
  expect(alive()).toBe(2);
  vi.advanceTimersByTime(9000);
  await both();
  vi.advanceTimersByTime(9000);
  expect(alive()).toBe(2);
  vi.advanceTimersByTime(2000);
  expect(alive()).toBe(1);
  expect(workers[0]?.hasEnded()).toBe(false);
  await both();
  expect(workers).toHaveLength(3);
  life.abort();
  expect(alive()).toBe(0);
});

/** The passes after which trainings went on in another worker. */
const moves = () =>
  workers.flatMap(({ posted }) =>
    posted.flatMap((message) =>
      message.kind === "train" && message.done > 0 ? [message.done] : [],
    ),
  );

/** One training that ends at `end`, in a worker of its own, and two others in the first. */
async function unequal(engine: Engine, stop: AbortSignal, pace?: Pace) {
  const waits = byHand();
  const stays: Run = { ...long, optimizer: "adam", drop: 0.2 };
  const one = collect(engine.train(stays, stop, pace));
  const short = collect(engine.train(run, signal, waits.pace));
  const other = collect(engine.train({ ...stays, seed: 9 }, stop));
  return {
    runs: [stays, { ...stays, seed: 9 }],
    sides: [one, other],
    async end() {
      await waits.give(fullSpeed());
      await short.end;
    },
  };
}

test("a worker that is done takes a training from another, which stays the same", async () => {
  const engine = await open(2);
  const stop = new AbortController();
  const { runs, sides, end } = await unequal(engine, stop.signal);
  const passes = () => sides.map(({ pass }) => pass());
  while (Math.min(...passes()) === 0) await wait(1);
  await end();
  while (moves().length === 0) await wait(1);
  const before = passes();
  while (passes().some((pass, at) => pass < before[at]! + 10)) await wait(1);
  stop.abort();
  for (const [at, { seen }] of sides.entries()) expectExact(runs[at]!, seen);
  expect(workers).toHaveLength(2);
});

test("a training that moves while its leave is withdrawn stands still where it comes", async () => {
  const engine = await open(2);
  const { pace, give, asked } = byHand();
  let withdraw = () => {};
  const withdrawn = new Promise<void>((resolve) => {
    withdraw = resolve;
  });
  const stop = new AbortController();
  const { runs, sides, end } = await unequal(engine, stop.signal, pace);
  const moving = sides[0]!;
  await give({ ...fullSpeed(), withdrawn });
  while (moving.pass() === 0) await wait(1);
  await end();
  withdraw();
  while (asked() < 2) await wait(1);
  const stood = moving.pass();
  await wait(100);
  expect(moving.pass()).toBe(stood);
  await give({ passes: 2 });
  while (asked() < 3) await wait(1);
  expect(moving.pass()).toBe(stood + 2);
  stop.abort();
  expectExact(runs[0]!, moving.seen);
  expect(moves()).toEqual([stood]);
});

test("a worker that dies takes no other training with it, and is replaced", async () => {
  const engine = await open(2);
  const runs = [
    { ...long, passes: 400 },
    { ...long, seed: 2 },
  ];
  const [one, other] = runs.map((run) => collect(engine.train(run, signal)));
  while (one!.pass() < 20 || other!.pass() < 20) await wait(1);
  workers[1]?.dispatchEvent(Object.assign(new Event("error"), { message: "no room" }));
  await expect(other!.end).rejects.toThrow("The engine stopped: no room.");
  expectExact(runs[1]!, other!.seen);
  await one!.end;
  expectExact(runs[0]!, one!.seen);
  expect(one!.pass()).toBe(400);
  const again = seeds(2, run).map((run) => collect(engine.train(run, signal)));
  await Promise.all(again.map(({ end }) => end));
  expect(workers).toHaveLength(3);
});

test("where no worker beside the first can be had, the first trains all", async () => {
  const engine = await open(2);
  const { Worker } = globalThis;
  onTestFinished(() => void Object.assign(globalThis, { Worker }));
  // As where its program cannot be loaded.
  function Dead() {
    const worker = new EventTarget();
    setTimeout(() => worker.dispatchEvent(new Event("error")), 20);
    return Object.assign(worker, { postMessage() {}, terminate() {} });
  }
  Object.assign(globalThis, { Worker: Dead });
  const runs = seeds(2, run);
  const sides = runs.map((one) => collect(engine.train(one, signal)));
  await Promise.all(sides.map(({ end }) => end));
  for (const [at, { seen }] of sides.entries()) expectExact(runs[at]!, seen);
});
