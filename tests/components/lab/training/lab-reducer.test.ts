import { expect, test } from "vitest";
import { applyChange, labReducer } from "@/components/lab/training/lab-reducer";
import { sameRun, startState } from "@/components/lab/training/lab-state";
import { createGate } from "@/components/lab/training/train-sides";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim/claim";
import { fullSpeed } from "@/labs/engine/engine";

const lab: Lab = labs.network;
const beside = { kind: "lab" } as const;
const start = startState({ lab, run: lab.start, refused: [], beside });
const [side] = start.sides;
const pass = (number: number, loss: number) => ({
  pass: number,
  trainLoss: loss,
  heldLoss: loss,
});
const cpu = { kind: "cpu", name: "CPU", why: "You chose the CPU." } as const;
const progress = (number: number, loss: number) =>
  ({
    kind: "progress",
    side: 0,
    speed: 1,
    progress: { passes: [pass(number, loss)], weights: side.weights, device: cpu },
  }) as const;

test("a pass that a run never comes to is not waited for, and that is said", () => {
  const waiting = startState({ lab, run: lab.start, refused: [], beside, at: 40 });
  const trained = labReducer(waiting, progress(1, 0.5));
  const diverged = { kind: "ended", side: 0, fault: "The run diverged." } as const;
  const failed = { kind: "failed", why: "The engine stopped." } as const;
  const ends = [labReducer(labReducer(trained, diverged), { kind: "done" })];
  for (const end of [...ends, labReducer(trained, failed)]) {
    expect(end.at).toBeNull();
    expect(end.refused.map(({ says }) => says)).toEqual([
      "Pass 40 cannot be shown: the run ended after pass 1.",
    ]);
  }
  const last = startState({ lab, run: lab.start, refused: [], beside, at: 1 });
  const ended = labReducer(labReducer(last, progress(1, 0.5)), { kind: "done" });
  expect([ended.at, ended.refused]).toEqual([null, []]);
});

test("a lab starts with pass 0, and progress is appended", () => {
  expect(side.passes.map((one) => one.pass)).toEqual([0]);
  const after = labReducer(labReducer(start, { kind: "running" }), progress(1, 0.5));
  expect(after.sides[0].passes.map((one) => one.pass)).toEqual([0, 1]);
  expect(after.status).toBe("running");
});

test("a late click neither pauses nor restarts a run that has ended", () => {
  const failed = { kind: "failed", why: "The engine stopped." } as const;
  for (const end of [{ kind: "done" } as const, failed]) {
    const ended = labReducer(labReducer(start, progress(1, 0.5)), end);
    expect(labReducer(ended, { kind: "paused" })).toBe(ended);
    expect(labReducer(ended, { kind: "running" })).toBe(ended);
    expect(labReducer(ended, { kind: "reset" }).status).toBe("idle");
  }
});

test("only the claim whose run was trained is judged, whatever the device", () => {
  const claim = lab.claims[0]!;
  const run = { ...claimedRun(claim, lab.start), device: "cpu" } as const;
  expect(sameRun(run, claimedRun(claim, lab.start))).toBe(true);
  const trained = labReducer(labReducer(start, { kind: "set", run }), progress(100, 0.9));
  const done = labReducer(trained, { kind: "done" });
  expect(Object.keys(done.verdicts)).toEqual([claim.id]);
  expect(done.verdicts[claim.id]!.held).toBe(true);
  expect(labReducer(done, { kind: "reset" }).verdicts).toEqual(done.verdicts);
});

test("a loss that cannot judge the new data gives way to the squared loss", () => {
  const run = { ...lab.start, data: "hills", loss: "hinge" } as const;
  expect(labReducer(start, { kind: "set", run }).run.loss).toBe("squared");
});

const one = { passes: 1 };

test("a gate lets through what was asked for: all, single passes, none", async () => {
  const gate = createGate("full");
  const { passes, withdrawn } = await gate.pace();
  expect(passes).toBe(Number.POSITIVE_INFINITY);
  gate.step();
  gate.step();
  await withdrawn;
  expect([await gate.pace(), await gate.pace()]).toEqual([one, one]);
  const waiting = Promise.resolve(gate.pace());
  const early = await Promise.race([
    waiting,
    new Promise((resolve) => setTimeout(resolve, 20, "closed")),
  ]);
  expect(early).toBe("closed");
  gate.open();
  expect(await waiting).toMatchObject(fullSpeed());
});

test("a slow gate lets one pass through at each beat, and full speed at once", async () => {
  const gate = createGate("ten");
  const begun = performance.now();
  expect(await gate.pace()).toEqual(one);
  expect(await gate.pace()).toEqual(one);
  expect(performance.now() - begun).toBeGreaterThan(80);
  gate.setSpeed("one");
  const waiting = gate.pace();
  gate.setSpeed("full");
  expect(await waiting).toMatchObject(fullSpeed());
});

test("sides end one by one, and the run has failed only where the first diverged", () => {
  const swept = labReducer(start, {
    kind: "set",
    run: lab.start,
    beside: { kind: "sweep", setting: "rate", texts: ["0.01", "3"] },
  });
  expect(swept.sides.map(({ run }) => run.rate)).toEqual([0.01, 3]);
  const ended = (first: string | null, second: string | null) => {
    const one = labReducer(swept, { kind: "ended", side: 0, fault: first });
    const both = labReducer(one, { kind: "ended", side: 1, fault: second });
    return labReducer(both, { kind: "done" });
  };
  expect(ended(null, "It diverged.").status).toBe("done");
  expect(ended(null, "It diverged.").sides[1]?.ended).toBe("diverged");
  expect(ended("It diverged.", null)).toMatchObject({
    status: "failed",
    fault: "It diverged.",
  });
});

test("a side that breaks is named, as long as another comes to its end", () => {
  const swept = labReducer(start, {
    kind: "set",
    run: lab.start,
    beside: { kind: "sweep", setting: "rate", texts: ["0.01", "3"] },
  });
  const why = "The engine no longer answers.";
  const running = labReducer(swept, { kind: "running" });
  const broke = labReducer(running, { kind: "broke", side: 1, why });
  expect(broke).toMatchObject({
    status: "running",
    fault: "Learning rate 3: The engine no longer answers.",
  });
  const other = labReducer(broke, { kind: "ended", side: 0, fault: null });
  const failed = labReducer(other, { kind: "failed", why });
  expect(failed).toMatchObject({ status: "failed", fault: broke.fault });
  expect(labReducer(failed, { kind: "reset" }).fault).toBeNull();
  // With all of them gone there is no use in a name.
  expect(labReducer(broke, { kind: "failed", why }).fault).toBe(why);
});

test("own points begin as a copy of what was there", () => {
  const run = { ...lab.start, data: "own" } as const;
  const { run: own, sides } = labReducer(start, { kind: "set", run });
  expect(own.own).toHaveLength(300);
  expect(new Set(own.own.map(({ target }) => target))).toEqual(new Set([0, 1]));
  expect(sides[0].sample.points?.train).toHaveLength(150);
});

test("data that cannot be had leave all as it was", () => {
  const trained = labReducer(start, progress(1, 0.5));
  const after = labReducer(trained, { kind: "refused", says: "No." });
  expect(after.sides).toBe(trained.sides);
  expect(after.refused.map(({ says }) => says)).toEqual(["No."]);
});

test("typed weights are dropped, and said to be, when they would mean other weights", () => {
  const edits = [{ at: 0, value: 0.5 }];
  const typed = labReducer(start, { kind: "set", run: { ...lab.start, edits } });
  expect(typed.sides[0].weights[0]).toBe(0.5);
  const faster = labReducer(typed, { kind: "set", run: { ...typed.run, rate: 0.1 } });
  expect(faster.run.edits).toEqual(edits);
  expect(faster.refused).toEqual([]);
  for (const change of [
    { layers: [5] },
    { inputs: ["xx", "yy"] },
    { data: "arms" },
  ] as const) {
    const other = labReducer(typed, { kind: "set", run: { ...typed.run, ...change } });
    expect(other.run.edits).toEqual([]);
    expect(other.refused[0]?.says).toContain("were dropped");
  }
});

test("weights typed for one side do not reach a side with another network", () => {
  const { features } = labs;
  const edits = [{ at: 0, value: 0.5 }];
  const firsts = (layers: readonly number[]) => {
    const run = { ...features.start, layers, edits };
    const { sides } = startState({ lab: features, run, refused: [], beside });
    return sides.map((one) => one.run.edits.length);
  };
  expect(firsts([])).toEqual([1, 0]);
  expect(firsts([3])).toEqual([0, 1]);
});

test("the side that is shown stays while it is there, and the device while it is asked for", () => {
  const sweep = {
    kind: "sweep",
    setting: "rate",
    texts: ["0.01", "0.1", "1"],
  } as const;
  const run = { ...lab.start, device: "cpu" } as const;
  const swept = labReducer(start, { kind: "set", run, beside: sweep });
  const shown = labReducer(swept, { kind: "show", side: 2 });
  const opened = labReducer(shown, { kind: "opened", device: cpu });
  for (const event of [{ kind: "reset" }, { kind: "set", run }] as const) {
    const after = labReducer(opened, event);
    expect([after.shown, after.device]).toEqual([2, cpu]);
  }
  const alone = labReducer(opened, { kind: "set", run, beside: { kind: "nothing" } });
  expect([alone.shown, alone.sides.length]).toEqual([0, 1]);
  const two = { ...sweep, texts: ["0.01", "0.1"] };
  expect(labReducer(opened, { kind: "set", run, beside: two }).shown).toBe(1);
  const elsewhere = { ...run, device: "webgpu" } as const;
  expect(labReducer(opened, { kind: "set", run: elsewhere }).device).toBe(null);
});

test("a side that the GPU trained in part is the GPU's, and no other side is", () => {
  const gpu = { kind: "webgpu", name: "A GPU", why: "" } as const;
  const swept = labReducer(start, {
    kind: "set",
    run: lab.start,
    beside: { kind: "sweep", setting: "rate", texts: ["0.01", "3"] },
  });
  const by = (device: typeof gpu | typeof cpu, number: number) => {
    const one = progress(number, 0.5);
    return { ...one, side: 1, progress: { ...one.progress, device } };
  };
  const reports = [by(cpu, 1), by(gpu, 2), by(cpu, 3)];
  const after = reports.reduce((state, one) => labReducer(state, one), swept);
  expect(after.sides.map(({ trainedBy }) => trainedBy)).toEqual([null, gpu]);
  expect(after.sides.map(({ passes }) => passes.length)).toEqual([1, 4]);
  expect(after.device).toBe(cpu);
});

test("an outlier that stays while the data change wants a class of the new data", () => {
  const one = { x: 0.5, y: 1, target: -1 };
  const before = { ...labs.loss.start, outliers: [one] };
  const change = (run: typeof before) =>
    applyChange({ lab: labs.loss, run: before, assigned: null }, run).run.outliers;
  expect(change({ ...before, data: "arms" })).toEqual([{ ...one, target: 0 }]);
  expect(change({ ...before, data: "hills" })).toEqual([one]);
  // What a link or an assignment says is left as it says it.
  expect(change({ ...before, data: "arms", outliers: [{ ...one }] })).toEqual([one]);
});
