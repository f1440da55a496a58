import { expect, test } from "vitest";
import { createGate } from "@/components/lab/gate";
import { labAfter, sameRun, startState } from "@/components/lab/lab-state";
import { labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim";
import type { Lab } from "@/labs/lab";

const lab: Lab = labs.network;
const start = startState(lab, lab.start, []);
const pass = (number: number, loss: number) => ({
  pass: number,
  trainLoss: loss,
  testLoss: loss,
});
const cpu = { kind: "cpu", name: "CPU", why: "You chose the CPU." } as const;
const progress = (number: number, loss: number) =>
  ({
    kind: "progress",
    speed: 1,
    progress: { passes: [pass(number, loss)], weights: start.weights, device: cpu },
  }) as const;

test("a lab starts with pass 0, and progress is appended", () => {
  expect(start.passes.map((one) => one.pass)).toEqual([0]);
  const after = labAfter(labAfter(start, { kind: "running" }), progress(1, 0.5));
  expect(after.passes.map((one) => one.pass)).toEqual([0, 1]);
  expect(after.status).toBe("running");
});

test("a late click neither pauses nor restarts a run that has ended", () => {
  const failed = { kind: "failed", why: "It diverged.", diverged: true } as const;
  for (const end of [{ kind: "done" } as const, failed]) {
    const ended = labAfter(labAfter(start, progress(1, 0.5)), end);
    expect(labAfter(ended, { kind: "paused" })).toBe(ended);
    expect(labAfter(ended, { kind: "running" })).toBe(ended);
    expect(labAfter(ended, { kind: "reset" }).status).toBe("idle");
  }
});

test("only the claim whose run was trained is judged, whatever the device", () => {
  const claim = lab.claims[0]!;
  const run = { ...claimedRun(claim, lab.start), device: "cpu" } as const;
  expect(sameRun(run, claimedRun(claim, lab.start))).toBe(true);
  const trained = labAfter(labAfter(start, { kind: "set", run }), progress(100, 0.9));
  const done = labAfter(trained, { kind: "done" });
  expect(Object.keys(done.verdicts)).toEqual([claim.id]);
  expect(done.verdicts[claim.id]!.held).toBe(true);
  expect(labAfter(done, { kind: "reset" }).verdicts).toEqual(done.verdicts);
});

test("a loss that cannot judge the new data gives way to the squared loss", () => {
  const run = { ...lab.start, data: "hills", loss: "hinge" } as const;
  expect(labAfter(start, { kind: "set", run }).run.loss).toBe("squared");
});

test("a gate lets through what was asked for: all, single passes, none", async () => {
  const gate = createGate();
  expect(await gate.pace()).toBe(Number.POSITIVE_INFINITY);
  gate.step();
  gate.step();
  expect([await gate.pace(), await gate.pace()]).toEqual([1, 1]);
  const waiting = Promise.resolve(gate.pace());
  const early = await Promise.race([
    waiting,
    new Promise((resolve) => setTimeout(resolve, 20, "closed")),
  ]);
  expect(early).toBe("closed");
  gate.open();
  expect(await waiting).toBe(Number.POSITIVE_INFINITY);
});
