// What is heard of a run: every pitch within bounds, in the order of what it stands for.
import { expect, test } from "vitest";
import {
  classPitch,
  curvePace,
  curveTones,
  lossPitch,
  lossTones,
  pitchRange,
  playedPasses,
  type Said,
  scorePitch,
  stretchesOf,
  sweepHeights,
  sweepTones,
} from "@/labs/sound/by-ear";

const { lowest, highest } = pitchRange;
const isHeard = (hertz: number | null) =>
  hertz !== null && hertz >= lowest - 1e-9 && hertz <= highest + 1e-9;

test("a lower loss is never higher in pitch, and each tenth is as far down", () => {
  const losses = Array.from({ length: 400 }, (_, index) => 10 ** (index / 40 - 7));
  const pitches = losses.map((loss) => lossPitch(loss) ?? 0);
  expect(pitches.every(isHeard)).toBe(true);
  expect(pitches).toEqual(pitches.toSorted((one, other) => one - other));
  expect([lossPitch(0), lossPitch(1e9)]).toEqual([lowest, highest]);
  const interval = (loss: number) => (lossPitch(loss) ?? 0) / (lossPitch(loss / 10) ?? 1);
  expect(interval(1)).toBeCloseTo(interval(0.1), 9);
  expect(interval(1)).toBeGreaterThan(1.4);
});

test("a larger score is higher in pitch, and the middle is at 0", () => {
  const scores = Array.from({ length: 200 }, (_, index) => index / 10 - 10);
  const pitches = scores.map((score) => scorePitch(score) ?? 0);
  expect(pitches.every(isHeard)).toBe(true);
  expect(pitches).toEqual(pitches.toSorted((one, other) => one - other));
  expect(scorePitch(0)).toBeCloseTo(Math.sqrt(lowest * highest), 9);
  expect(scorePitch(Number.POSITIVE_INFINITY)).toBeCloseTo(highest, 9);
});

test("ten classes have ten pitches, and one has one", () => {
  const pitches = Array.from({ length: 10 }, (_, at) => classPitch(at, 10));
  expect(new Set(pitches).size).toBe(10);
  expect([...pitches, classPitch(0, 1)].every(isHeard)).toBe(true);
});

test("train and test differ by side and by timbre", () => {
  const [train, held] = lossTones({ pass: 1, trainLoss: 0.1, heldLoss: 0.1 });
  expect(train.hertz).toBe(held.hertz);
  expect(train.wave).not.toBe(held.wave);
  expect([Math.sign(train.pan), Math.sign(held.pan)]).toEqual([-1, 1]);
});

test("what is no finite number buzzes, as no loss does, and infinity is told from NaN", () => {
  const [nan, infinite] = lossTones({
    ...{ pass: 1, trainLoss: Number.NaN, heldLoss: Number.POSITIVE_INFINITY },
  });
  expect([nan.wave, infinite.wave]).toEqual(["sawtooth", "sawtooth"]);
  expect([nan.hertz, infinite.hertz]).toEqual([lowest, highest]);
  const usual = curveTones([{ pass: 0, trainLoss: 1, heldLoss: 1 }], false);
  expect(usual.map(({ wave }) => wave)).not.toContain("sawtooth");
  const ended = curveTones([{ pass: 0, trainLoss: 1, heldLoss: 1 }], true);
  expect(ended.slice(2).map(({ wave }) => wave)).toEqual(["sawtooth", "sawtooth"]);
  expect(ended[2]?.at).toBeGreaterThan(ended[1]?.at ?? 0);
});

test("a curve of any length is played from its first pass to its last within four seconds", () => {
  for (const length of [1, 2, 59, 60, 61, 1000, 100_001]) {
    const passes = Array.from({ length }, (_, pass) => ({
      ...{ pass, trainLoss: 1 / (1 + pass), heldLoss: 2 },
    }));
    const played = playedPasses(passes).map(({ pass }) => pass);
    expect(played.length).toBe(Math.min(length, curvePace.most));
    expect([played[0], played.at(-1)]).toEqual([0, length - 1]);
    expect(new Set(played).size).toBe(played.length);
    const tones = curveTones(passes, true);
    expect(tones.every(({ hertz }) => isHeard(hertz))).toBe(true);
    const ends = tones.map(({ at, lasts }) => at + lasts);
    expect(Math.max(...ends)).toBeLessThanOrEqual(4);
  }
  expect(curveTones([], false)).toEqual([]);
});

test("a sweep goes from the lowest place up, each class with its own timbre", () => {
  const heights = sweepHeights(6);
  expect([heights[0], heights.at(-1)]).toEqual([-6, 6]);
  const line = heights.map(
    (y): Said => ({ scores: [y], class: Number.isNaN(y) ? null : Number(y > 0) }),
  );
  const tones = sweepTones(line);
  const pitches = tones.map(({ hertz }) => hertz);
  expect(pitches.every(isHeard)).toBe(true);
  expect(pitches).toEqual(pitches.toSorted((one, other) => one - other));
  expect(tones[0]?.wave).not.toBe(tones.at(-1)?.wave);
  expect((tones.at(-1)?.at ?? 9) + (tones.at(-1)?.lasts ?? 9)).toBeLessThanOrEqual(1.5);
  expect(stretchesOf(line, heights)).toEqual([
    { class: 0, from: -6, to: 0 },
    { class: 1, from: 0.5, to: 6 },
  ]);
});

test("a sweep over several classes sounds the class, and a buzz where there is none", () => {
  const said = (named: number | null): Said => ({ scores: [0, 0, 0], class: named });
  const [first, second, none] = sweepTones([said(0), said(2), said(null)]);
  expect([first?.hertz, second?.hertz]).toEqual([lowest, highest]);
  expect(none?.wave).toBe("sawtooth");
  expect(sweepTones([{ scores: [Number.NaN], class: null }])[0]?.wave).toBe("sawtooth");
});
