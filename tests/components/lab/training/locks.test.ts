import { expect, test } from "vitest";
import {
  applyChange,
  labReducer,
  refusalOf,
} from "@/components/lab/training/lab-reducer";
import { lockOf, startState } from "@/components/lab/training/lab-state";
import type { Assignment } from "@/labs/assignment/assignment";
import { nothingAsked } from "@/labs/assignment/assignment-parts";
import { startFor } from "@/labs/assignment/learner-start";
import { brokenLocks, lockable } from "@/labs/assignment/locks";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { resolveConflicts } from "@/labs/run/conflicts";
import { differs, fields, type Run } from "@/labs/run/run";
import { randomAssignment } from "@/tests/labs/assignment/random-assignment";
import { randomRun } from "@/tests/labs/random-run";

const lab: Lab = labs.network;
const name = "Ada";

/** What a learner starts from. */
function assignedRun(lock: Assignment["lock"], run: Run = lab.start) {
  const assignment = { lab, run, ...nothingAsked, lock };
  const start = startFor(assignment, { name });
  const beside = { kind: "nothing" } as const;
  return { lab, run: start, beside, assigned: { assignment, name, start } };
}

const assignedLab = (lock: Assignment["lock"]) =>
  startState({ ...assignedRun(lock), refused: [] });

test.each(lockable)(
  "locked, “%s” stays whatever is asked for, and is named",
  (setting) => {
    let changes = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const state = assignedRun([setting], randomRun(seed));
      const asked = randomRun(seed + 1000);
      const { run, refused } = applyChange(state, asked);
      expect(differs(setting, run, state.run)).toBe(false);
      if (!differs(setting, asked, state.run)) continue;
      changes += 1;
      expect(refused[0]?.says).toContain(fields[setting].label);
    }
    // Own data and series are the same in most random runs; the others seldom are.
    expect(changes).toBeGreaterThan(20);
  },
);

test("what is asked of 2,000 random assignments breaks no lock, and can be trained", () => {
  let whole = 0;
  for (let seed = 0; seed < 2000; seed += 1) {
    const assignment = randomAssignment(seed);
    const start = startFor(assignment, { name });
    const before = { lab: assignment.lab, run: start };
    const asked = randomRun(seed + 5000);
    const assigned = { assignment, name, start };
    const { run, refused } = applyChange({ ...before, assigned }, asked);
    expect(brokenLocks(assignment, start, run)).toEqual([]);
    expect(resolveConflicts(run, assignment.lab.start).refused).toEqual([]);
    if (refused[0]?.says.includes("nothing was changed")) {
      expect(run).toBe(start);
      whole += 1;
    }
  }
  expect(whole).toBeGreaterThan(20);
});

test("what is not locked is taken as without an assignment, but for seed and weights", () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const state = assignedRun([]);
    const asked = { ...randomRun(seed), seed: state.run.seed, edits: [] };
    expect(applyChange(state, asked)).toEqual(
      applyChange({ ...state, assigned: null }, asked),
    );
  }
});

test("the seed is locked though nothing is: from the name, or the same for everyone", () => {
  const own = assignedRun([]);
  expect(own.run.seed).not.toBe(lab.start.seed);
  expect(applyChange(own, { ...own.run, seed: 1 }).run.seed).toBe(own.run.seed);
  expect(lockOf(own.assigned, "seed")).toContain("from your name");
  const one = assignedRun(["seed"]);
  expect(one.run.seed).toBe(lab.start.seed);
  expect(lockOf(one.assigned, "seed")).toContain("the same for everyone");
  expect(lockOf(null, "seed")).toBeNull();
});

test("weights can be typed only where the assignment has typed some", () => {
  const edits = [{ at: 0, value: 1 }];
  const none = assignedRun([]);
  expect(applyChange(none, { ...none.run, edits }).run.edits).toEqual([]);
  expect(lockOf(none.assigned, "edits")).toContain("your seed gives the weights");
  const some = assignedRun([], { ...lab.start, edits: [{ at: 1, value: 2 }] });
  const own = [{ at: 1, value: 5 }];
  expect(applyChange(some, { ...some.run, edits: own }).run.edits).toEqual(own);
  expect(applyChange(some, { ...some.run, edits: [] }).run.edits).toEqual([]);
  const more = applyChange(some, { ...some.run, edits: [...edits, ...own] });
  expect(more.run.edits).toEqual(own);
  expect(more.refused[0]?.says).toContain("Typed weights");
  expect(lockOf(some.assigned, "edits")).toBeNull();
});

test("a change that a locked setting would have to follow is refused whole", () => {
  const state = assignedRun(["loss"], { ...lab.start, loss: "hinge" });
  const { run, refused } = applyChange(state, { ...state.run, data: "hills" });
  expect(run).toBe(state.run);
  expect(refused[0]?.says).toContain("Loss");
});

test("typed weights that are locked keep the layers they are for", () => {
  const edits = [{ at: 0, value: 0.5 }];
  const state = assignedRun(["edits"], { ...lab.start, edits });
  const { run, refused } = applyChange(state, { ...state.run, layers: [5] });
  expect(run).toBe(state.run);
  expect(refused[0]?.says).toContain("Typed weights");
});

test("a change of locked settings alone leaves what was trained; a sweep is not one", () => {
  const state = assignedRun(["rate"]);
  const asked = { ...state.run, rate: 1 };
  expect(refusalOf(state, { run: asked })).toContain("Learning rate");
  expect(refusalOf(state, { run: { ...asked, batch: 3 } })).toBeNull();
  expect(refusalOf(state, { run: state.run })).toBeNull();
  const beside = { kind: "sweep", setting: "batch", texts: ["1", "2"] } as const;
  expect(refusalOf(state, { run: asked, beside })).toBeNull();
});

test("a lab stays assigned after changes and resets, and trains alone", () => {
  const first = assignedLab(["rate"]);
  const run = { ...first.run, rate: 1, batch: 3 };
  const changed = labReducer(first, { kind: "set", run });
  const state = labReducer(changed, { kind: "reset" });
  expect(state.run).toMatchObject({ rate: lab.start.rate, batch: 3 });
  expect(state.assigned).toBe(first.assigned);
  expect(state.sides).toHaveLength(1);
  expect(state.sides[0].run).toBe(state.run);
});

test("a run that the GPU trained in part counts as the GPU's, whatever came after", () => {
  const { weights } = assignedLab([]).sides[0];
  const cpu = { kind: "cpu", name: "CPU", why: "" } as const;
  const gpu = { kind: "webgpu", name: "A GPU", why: "" } as const;
  const trained = (...devices: (typeof cpu | typeof gpu)[]) =>
    devices.reduce((state, device, at) => {
      const passes = [{ pass: at + 1, trainLoss: 1, heldLoss: 1 }];
      const progress = { passes, weights, device };
      return labReducer(state, { kind: "progress", side: 0, speed: 1, progress });
    }, assignedLab([]));
  const by = (...devices: (typeof cpu | typeof gpu)[]) =>
    trained(...devices).sides[0].trainedBy;
  expect(by()).toBeNull();
  expect(by(cpu, cpu)).toBe(cpu);
  expect(by(gpu, cpu, cpu)).toBe(gpu);
  expect(by(cpu, gpu)).toBe(gpu);
  expect(labReducer(trained(gpu), { kind: "reset" }).sides[0].trainedBy).toBeNull();
});
