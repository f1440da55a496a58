// The engine behind its worker, a real thread: what a busy page, a step, a pause and a stop
// make of a training.

import { expect, onTestFinished, test } from "vitest";
import { type Engine, fullSpeed, type Leave, type Progress } from "@/labs/engine/engine";
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

async function open(): Promise<Engine> {
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
  expect(passes.flatMap(({ trainLoss, testLoss }) => [trainLoss, testLoss])).toEqual([
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

test("a busy page gets all passes in few reports, and the right last weights", async () => {
  const engine = await open();
  const reports: Progress[] = [];
  const some = { ...long, passes: 700 };
  for await (const report of engine.train(some, signal)) {
    reports.push(report);
    keepBusy(200);
  }
  expectExact(some, reports);
  expect(reports.length).toBeLessThan(20);
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
    const before = asked();
    await give({ passes });
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
  const begun = performance.now();
  withdraw();
  while (asked() < 2) await wait(1);
  expect(performance.now() - begun).toBeLessThan(500);
  const stood = pass();
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
  await expect(collect(engine.train(run, signal)).end).rejects.toThrow("no room");
});
