// @vitest-environment happy-dom
// A lab's buttons, on the real engine: trained, paused, stepped, changed and left.

import { readFileSync } from "node:fs";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { expect, onTestFinished, test, vi } from "vitest";
import { shownSide } from "@/components/lab/training/lab-state";
import { fiveSeeds } from "@/components/lab/training/side";
import { type LabControls, useLab } from "@/components/lab/training/use-lab";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { provide } from "@/labs/data/data-file";
import { compileTraining } from "@/labs/kernel/kernel";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { provideWorkers } from "../../../labs/engine/node-worker";

provideWorkers();

const lab: Lab = labs.network;
const run: Run = { ...lab.start, passes: 30, samples: 40, device: "cpu" };

function show(start: Run = run, of = lab, at: number | null = null) {
  const place = document.createElement("div");
  const root = createRoot(place);
  let controls: LabControls | null = null;
  function Bench() {
    const beside = { kind: "nothing" } as const;
    controls = useLab({ lab: of, run: start, refused: [], beside, at });
    return null;
  }
  flushSync(() => root.render(<Bench />));
  onTestFinished(() => root.unmount());
  const now = () => {
    if (!controls) throw new Error("nothing was shown");
    return controls;
  };
  return {
    now,
    state: () => now().state,
    pass: () => now().state.sides[0].passes.at(-1)?.pass ?? 0,
    does: (what: (controls: LabControls) => void) => flushSync(() => what(now())),
    /** Waits while the engine tells, as long as a test may take. */
    until: (is: () => boolean) =>
      vi.waitFor(() => expect(is()).toBe(true), { timeout: 60_000, interval: 5 }),
  };
}

test("Train trains to the end, and a reset leads back to the same start", async () => {
  const bench = show();
  const untrained = bench.state().sides[0].passes[0];
  expect(bench.state().status).toBe("idle");
  bench.does(({ train }) => train());
  await bench.until(() => bench.state().status === "done");
  const first = bench.state().sides[0].passes;
  expect(first.map(({ pass }) => pass)).toEqual(
    Array.from({ length: 31 }, (_, at) => at),
  );
  expect(bench.state().device?.kind).toBe("cpu");
  // A click that comes too late starts nothing.
  bench.does(({ train }) => train());
  expect(bench.state().status).toBe("done");

  bench.does(({ reset }) => reset());
  expect(bench.state().status).toBe("idle");
  expect(bench.state().sides[0].passes).toEqual([untrained]);
  bench.does(({ train }) => train());
  await bench.until(() => bench.state().status === "done");
  expect(bench.state().sides[0].passes).toEqual(first);
});

test("Step trains one pass, and Train goes on from there", async () => {
  const bench = show();
  bench.does(({ step }) => step());
  await bench.until(() => bench.pass() === 1);
  expect(bench.state().status).toBe("paused");
  bench.does(({ step }) => step());
  await bench.until(() => bench.pass() === 2);
  bench.does(({ train }) => train());
  await bench.until(() => bench.state().status === "done");
  expect(bench.state().sides[0].passes).toHaveLength(31);
});

test("another run set while one trains is trained at once, else it waits", async () => {
  const bench = show({ ...run, passes: 100_000 });
  bench.does(({ setSpeed }) => setSpeed("ten"));
  bench.does(({ train }) => train());
  await bench.until(() => bench.pass() > 0);
  bench.does(({ set }) => set({ ...run, layers: [2] }));
  expect(bench.state().status).toBe("running");
  expect(bench.state().run.layers).toEqual([2]);
  expect(bench.pass()).toBe(0);
  await bench.until(() => bench.pass() > 0);
  bench.does(({ pause }) => pause());
  bench.does(({ set }) => set({ ...run, layers: [3] }));
  expect(bench.state().status).toBe("idle");
  expect(bench.pass()).toBe(0);
  bench.does(({ trainAnew }) => trainAnew({ ...run, passes: 3 }));
  await bench.until(() => bench.state().status === "done");
  expect(bench.pass()).toBe(3);
});

test("five seeds train side by side, the run's own first", async () => {
  const bench = show({ ...run, passes: 4, seed: 7 });
  bench.does(({ fiveSeeds }) => fiveSeeds());
  await bench.until(() => bench.state().status === "done");
  const { sides } = bench.state();
  expect(sides.map(({ run }) => run.seed)).toEqual([7, 8, 9, 10, 11]);
  expect(new Set(sides.map(({ passes }) => passes.at(-1)?.trainLoss)).size).toBe(5);
  // A seed of one's own ends them; another setting goes for all of them.
  bench.does(({ set }) => set({ ...bench.state().run, rate: 0.1 }));
  expect(bench.state().sides.map(({ run }) => run.rate)).toEqual(Array(5).fill(0.1));
  bench.does(({ set }) => set({ ...bench.state().run, seed: 3 }));
  expect(bench.state().sides.map(({ run }) => run.seed)).toEqual([3]);
});

test("the last five seeds are taken where none come after", () => {
  const seeds = (seed: number) => fiveSeeds({ ...run, seed }).texts;
  expect(seeds(4294967295)[4]).toBe("4294967291");
  expect(seeds(4294967291)[4]).toBe("4294967295");
});

test("a sweep trains beside each other, and ends with what the lab itself has", async () => {
  const bench = show({ ...run, passes: 4 });
  const sweep = { kind: "sweep", setting: "rate", texts: ["0.01", "0.1"] } as const;
  bench.does(({ trainBeside }) => trainBeside(sweep));
  await bench.until(() => bench.state().status === "done");
  const { sides } = bench.state();
  expect(sides.map(({ run }) => run.rate)).toEqual([0.01, 0.1]);
  for (const { passes } of sides) expect(passes).toHaveLength(5);
  bench.does(({ show }) => show(1));
  expect(bench.state().shown).toBe(1);
  bench.does(({ endSweep }) => endSweep());
  expect(bench.state().sides).toHaveLength(1);
  expect(bench.state().shown).toBe(0);
});

test("a claim is trained as it says, and judged", async () => {
  const bench = show();
  const claim = lab.claims.find(({ id }) => id === "no-hidden-layer");
  const claimed: Run = { ...lab.start, layers: [], passes: 100 };
  bench.does(({ trainClaim }) => trainClaim(claimed));
  await bench.until(() => bench.state().status === "done");
  expect(bench.state().verdicts[claim?.id ?? ""]).toMatchObject({ held: true });
});

test("data that cannot be fetched are said, and the training under way goes on", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("offline")));
  onTestFinished(() => void vi.unstubAllGlobals());
  const file = "co2-concentration.csv";
  provide(file, readFileSync(`public/data/${file}`, "utf8"));
  const series: Lab = labs.series;
  const long: Run = { ...series.start, passes: 100_000, device: "cpu" };
  const bench = show(long, series);
  bench.does(({ setSpeed }) => setSpeed("ten"));
  bench.does(({ train }) => train());
  await bench.until(() => bench.pass() > 0);
  const before = bench.pass();
  bench.does(({ set }) => set({ ...long, data: "share" }));
  await bench.until(() => bench.state().refused.length > 0);
  expect(bench.state().run.data).toBe("co2");
  expect(bench.state().status).toBe("running");
  await bench.until(() => bench.pass() > before);
  bench.does(({ reset }) => reset());
});

test("travelled to, a pass has the weights of a run that was stopped there", async () => {
  const start: Run = { ...run, optimizer: "adam", drop: 0.2, passes: 400 };
  const bench = show(start);
  bench.does(({ train }) => train());
  await bench.until(() => bench.state().status === "done");
  const latest = bench.state().sides[0];
  for (const pass of [0, 137, 138, 61, 399]) {
    bench.does(({ travel }) => travel(pass));
    const shown = () => shownSide(bench.state());
    await bench.until(() => shown().passes.at(-1)?.pass === pass);
    const { plan, examples, state } = planOf({ ...start, passes: pass });
    compileTraining(plan, examples).train(state, 1, pass, new Float32Array(2 * pass));
    expect(shown().weights).toEqual(state.slice(0, plan.network.size));
    expect(shown().passes).toEqual(latest.passes.slice(0, pass + 1));
    expect(shown()).toBe(shown());
  }
  // Nothing that judges the run sees the past.
  expect(bench.state().sides[0].weights).toBe(latest.weights);
  bench.does(({ travel }) => travel(400));
  expect(bench.state().at).toBeNull();
  expect(shownSide(bench.state()).weights).toBe(latest.weights);
});

test("training on leads back to the latest pass, and another run forgets the past", async () => {
  const bench = show();
  for (const pass of [1, 2, 3]) {
    bench.does(({ step }) => step());
    await bench.until(() => bench.pass() === pass);
  }
  bench.does(({ travel }) => travel(1));
  expect(shownSide(bench.state()).passes).toHaveLength(2);
  bench.does(({ step }) => step());
  expect(bench.state().at).toBeNull();
  await bench.until(() => bench.pass() === 4);
  bench.does(({ travel }) => travel(1));
  bench.does(({ set }) => set({ ...run, layers: [3] }));
  expect(bench.state().at).toBeNull();
});

test("a lab that opens at a pass trains by itself, and stands still there", async () => {
  const bench = show(run, lab, 12);
  await bench.until(() => bench.state().status === "done");
  expect(bench.state().at).toBe(12);
  expect(bench.pass()).toBe(30);
  await bench.until(() => shownSide(bench.state()).passes.length === 13);
});
