// What of a lab's state may wait to be drawn: its progress, and nothing else.
import { expect, test } from "vitest";
import { type LabEvent, labReducer } from "@/components/lab/training/lab-reducer";
import { goesOn, type LabState, startState } from "@/components/lab/training/lab-state";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";

const lab: Lab = labs.network;
const beside = { kind: "lab" } as const;
const start = startState({ lab, run: lab.start, refused: [], beside });
const running = labReducer(start, { kind: "running" });
const cpu = { kind: "cpu", name: "CPU", why: "You chose the CPU." } as const;

function advance(state: LabState, pass: number): LabState {
  const weights = Float32Array.from(state.sides[0].weights);
  const passes = [{ pass, trainLoss: 0.5, heldLoss: 0.5 }];
  const progress = { passes, weights, device: { ...cpu } };
  return labReducer(state, { kind: "progress", side: 0, progress, speed: pass });
}

test("more passes of a run under way may wait", () => {
  const later = advance(advance(running, 1), 2);
  expect(goesOn(running, advance(running, 1))).toBe(true);
  expect(goesOn(running, later)).toBe(true);
  expect(goesOn(later, labReducer(later, { kind: "opened", device: cpu }))).toBe(true);
});

test("a step, a pause, an end and whatever a reader does may not", () => {
  const now = advance(running, 1);
  const events: LabEvent[] = [
    { kind: "paused" },
    { kind: "ended", side: 0, fault: null },
    { kind: "ended", side: 0, fault: "The run diverged." },
    { kind: "failed", why: "The engine stopped." },
    { kind: "travel", pass: 0 },
    { kind: "refused", says: "That cannot be had." },
    { kind: "set", run: { ...lab.start, layers: [5] } },
    { kind: "reset" },
  ];
  for (const event of events) {
    expect(goesOn(now, labReducer(now, event)), event.kind).toBe(false);
  }
  const ended = labReducer(now, { kind: "ended", side: 0, fault: null });
  expect(goesOn(ended, labReducer(ended, { kind: "done" }))).toBe(false);
  const paused = labReducer(now, { kind: "paused" });
  expect(goesOn(paused, advance(paused, 2))).toBe(false);
  // The pass that a run stands at is drawn as it goes on: nothing older comes after it.
  expect(goesOn(paused, labReducer(paused, { kind: "running" }))).toBe(false);
});
