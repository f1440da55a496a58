import { afterEach, expect, test, vi } from "vitest";
import { pacedGate } from "@/components/lab/training/paced-gate";
import { fullSpeed } from "@/labs/engine/engine";

afterEach(() => {
  vi.useRealTimers();
});

/** How many passes went through, after each of so many milliseconds. */
async function throughAfter(times: readonly number[], passes: number, of: number) {
  vi.useFakeTimers();
  const gate = pacedGate(passes, of);
  let through = 0;
  const train = async () => {
    while (through < passes) {
      const leave = await gate.pace();
      through = Math.min(through + leave.passes, passes);
    }
  };
  const training = train();
  const seen: number[] = [];
  let at = 0;
  for (const time of times) {
    await vi.advanceTimersByTimeAsync(time - at);
    at = time;
    seen.push(through);
  }
  gate.open();
  await vi.advanceTimersByTimeAsync(20);
  await training;
  return seen;
}

test("a run goes through its gate over the time it is given, few passes at first", async () => {
  const [first = 0, quarter = 0, half = 0, late = 0, end = 0] = await throughAfter(
    [0, 750, 1500, 2900, 3000],
    100,
    3000,
  );
  expect(first).toBe(1);
  expect(quarter).toBeLessThan(25);
  expect(half).toBeGreaterThan(quarter);
  expect(half).toBeLessThan(50);
  expect(late).toBeLessThan(100);
  expect(end).toBe(100);
});

test("nothing is held back where no time is given, or once the gate is opened", async () => {
  expect(await pacedGate(100, 0).pace()).toEqual(fullSpeed());
  const gate = pacedGate(2, 60_000);
  await gate.pace();
  const waiting = gate.pace();
  gate.open();
  expect(await waiting).toEqual(fullSpeed());
});
