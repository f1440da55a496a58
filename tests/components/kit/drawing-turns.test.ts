// How much of its time a page gives to what it draws again and again.
import { expect, test } from "vitest";
import {
  createDrawingTurns,
  drawingShare,
  longestRest,
  type PageTime,
} from "@/components/kit/drawing-turns";

/** Time that passes only where it is waited for; `busy` is what drawings took of it. */
function passingTime() {
  const timers: { at: number; go: () => void }[] = [];
  let at = 0;
  let busy = 0;
  const wait = (time: number) =>
    new Promise<void>((go) => timers.push({ at: at + time, go }));
  const work = async (time: number) => {
    busy += time;
    await wait(time);
  };
  const time: PageTime = {
    now: () => at,
    wait,
    async picture() {
      await work(15);
      return 15;
    },
  };
  return {
    ...{ time, wait, work },
    share: () => busy / at,
    /** Lets time pass until there is nothing to wait for, or it is `end`. */
    async until(end: number) {
      for (;;) {
        // All that follows at once from the last timer comes before the next one.
        await new Promise((resolve) => setImmediate(resolve));
        timers.sort((one, other) => one.at - other.at);
        const next = timers[0];
        if (!next || next.at > end) return;
        timers.shift();
        at = next.at;
        next.go();
      }
    },
  };
}

test("however many drawings there are to make, their share of the time is bounded", async () => {
  for (const cost of [1, 25, 100]) {
    const { time, work, wait, share, until } = passingTime();
    const drawInTurn = createDrawingTurns(time);
    let drawn = 0;
    // Two labs tell something new every 50 milliseconds.
    const report = async () => {
      for (let reports = 0; reports < 200; reports += 1) {
        drawInTurn(async (costly) => {
          drawn += 1;
          await costly(work(cost));
        });
        await wait(50);
      }
    };
    void report();
    void report();
    await until(10_000);
    expect(drawn).toBeGreaterThan(1);
    expect(share()).toBeGreaterThan(0.5 * drawingShare);
    // The last one has not had its rest yet.
    expect(share()).toBeLessThan(drawingShare + (cost + 15) / 10_000);
  }
});

test("a drawing waits until the one before was made and rested from", async () => {
  const { time, work, until } = passingTime();
  const drawInTurn = createDrawingTurns(time);
  const begun: number[] = [];
  for (const cost of [10, 20, 30]) {
    drawInTurn(async (costly) => {
      begun.push(time.now());
      await costly(work(cost));
    });
  }
  await until(10_000);
  const after = (cost: number) => (cost + 15) / drawingShare;
  expect(begun[0]).toBe(0);
  expect(begun[1]).toBeCloseTo(after(10), 6);
  expect(begun[2]).toBeCloseTo(after(10) + after(20), 6);
});

test("drawings that take long still come every other second", async () => {
  const { time, work, until } = passingTime();
  const drawInTurn = createDrawingTurns(time);
  const begun: number[] = [];
  for (let drawings = 0; drawings < 4; drawings += 1) {
    drawInTurn(async (costly) => {
      begun.push(time.now());
      await costly(work(400));
    });
  }
  await until(20_000);
  const each = 415 + longestRest;
  expect(begun).toEqual([0, each, 2 * each, 3 * each]);
});

test("what is prepared elsewhere, and what had nothing to draw, needs no rest", async () => {
  const { time, wait, work, until } = passingTime();
  const drawInTurn = createDrawingTurns(time);
  const begun: number[] = [];
  drawInTurn(async () => {});
  drawInTurn(async (costly) => {
    await wait(500);
    begun.push(time.now());
    await costly(work(10));
  });
  drawInTurn(async () => {
    begun.push(time.now());
  });
  await until(10_000);
  expect(begun[0]).toBe(500);
  expect(begun[1]).toBeCloseTo(500 + 25 / drawingShare, 6);
});
