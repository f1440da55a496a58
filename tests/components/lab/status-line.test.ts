import { expect, test } from "vitest";
import { doneShare, timeLeft } from "@/components/lab/status-line";
import { type LabState, startState } from "@/components/lab/training/lab-state";
import { labs } from "@/labs/catalog/labs";

const lab = labs.network;
const run = { ...lab.start, passes: 1000 };
const beside = { kind: "sweep", setting: "rate", texts: ["0.01", "0.1"] } as const;
const start = startState({ lab, run, refused: [], beside });

/** Two runs of 1,000 passes under way, at `one` and `other`. */
function at(one: number, other: number, speed: number): LabState {
  const [first, second] = start.sides;
  const trained = (side: typeof first, pass: number) => ({
    ...side,
    passes: [...side.passes, { pass, trainLoss: 1, heldLoss: 1 }],
  });
  const sides = [trained(first, one), trained(second!, other)] as const;
  return { ...start, status: "running", speed, sides };
}

test("the bar counts the passes of all sides", () => {
  expect(doneShare(start)).toBe(0);
  expect(doneShare(at(1000, 500, 10))).toBe(0.75);
  expect(doneShare(at(1000, 1000, 10))).toBe(1);
  // What diverged is not done.
  const { sides, ...rest } = at(250, 1000, 10);
  const [first, ...others] = sides;
  const diverged = { ...first, ended: "diverged", fault: "It diverged." } as const;
  expect(doneShare({ ...rest, sides: [diverged, ...others] })).toBe(0.625);
});

test("at full speed the sides take turns, so that what is left of both counts", () => {
  expect(timeLeft(at(400, 400, 100), "full")).toBe("12 s");
  expect(timeLeft(at(0, 400, 1), "full")).toBe("27 min");
  expect(timeLeft(at(0, 0, 0.2), "full")).toBe("2 h 47 min");
});

test("at a slow speed each beat is a pass of every side", () => {
  expect(timeLeft(at(900, 950, 100), "one")).toBe("2 min");
  expect(timeLeft(at(900, 950, 100), "ten")).toBe("10 s");
});

test("nothing is told where nobody would wait, or nothing trains", () => {
  expect(timeLeft(at(990, 990, 100), "full")).toBeNull();
  expect(timeLeft(at(0, 0, 0), "full")).toBeNull();
  expect(timeLeft({ ...at(0, 0, 1), status: "paused" }, "full")).toBeNull();
});
