import { expect, test } from "vitest";
import { uniform } from "@/labs/arithmetic/random";
import {
  accuracyOf,
  areaUnder,
  calibrationError,
  calibrationOf,
  cheapestThreshold,
  costOf,
  decide,
  fairThreshold,
  type Judged,
  precisionOf,
  recallOf,
  rocOf,
} from "@/labs/decision/decision";

const judged: Judged = {
  chances: Float64Array.of(0.9, 0.8, 0.6, 0.4, 0.3, 0.1),
  truths: [true, true, false, true, false, false],
};

/** Examples whose chances come true as often as they say. */
function kept(count: number): Judged {
  const draw = uniform(1);
  const chances = Float64Array.from({ length: count }, draw);
  return { chances, truths: Array.from(chances, (chance) => draw() < chance) };
}

test("a threshold decides what is found, missed, and a false alarm", () => {
  expect(decide(judged, 0.5)).toEqual({
    hits: 2,
    misses: 1,
    falseAlarms: 1,
    rejections: 2,
  });
  expect(decide(judged, 0)).toEqual({
    hits: 3,
    misses: 0,
    falseAlarms: 3,
    rejections: 0,
  });
  expect(decide(judged, 0.9).hits).toBe(1);
});

test("precision, recall and accuracy are shares of the four outcomes", () => {
  const now = decide(judged, 0.5);
  expect(precisionOf(now)).toBeCloseTo(2 / 3, 12);
  expect(recallOf(now)).toBeCloseTo(2 / 3, 12);
  expect(accuracyOf(now)).toBeCloseTo(4 / 6, 12);
  // Nothing was called yes: nobody knows how often that would be right.
  expect(precisionOf(decide(judged, 1))).toBeNull();
});

test("a chance that is no number is a no", () => {
  const broken = { chances: Float64Array.of(Number.NaN, 0.7), truths: [true, true] };
  expect(decide(broken, 0)).toMatchObject({ hits: 1, misses: 1 });
  expect(calibrationOf(broken).map(({ count }) => count)).toEqual([1]);
});

test("a ROC curve climbs from nothing found to everything called yes", () => {
  const roc = rocOf(judged);
  expect(roc[0]).toMatchObject({ falseAlarmRate: 0, recall: 0 });
  expect(roc.at(-1)).toMatchObject({ falseAlarmRate: 1, recall: 1 });
  for (const { threshold, recall, falseAlarmRate } of roc.slice(1)) {
    const now = decide(judged, threshold);
    expect(recall).toBe(recallOf(now));
    expect(falseAlarmRate).toBe(now.falseAlarms / 3);
  }
});

test("the area under it is how often a yes is found more probable than a no", () => {
  // Of nine pairs, one is the wrong way round: 0.6 for a no, 0.4 for a yes.
  expect(areaUnder(rocOf(judged))).toBeCloseTo(8 / 9, 12);
  const chances = kept(400).chances;
  const truths = Array.from(chances, (_, at) => at % 4 === 0);
  const pairs = [...chances.keys()].flatMap((yes) =>
    truths[yes]
      ? [...chances.keys()]
          .filter((no) => !truths[no])
          .map((no) => Number(chances[yes]! > chances[no]!))
      : [],
  );
  const share = pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
  expect(areaUnder(rocOf({ chances, truths }))).toBeCloseTo(share, 12);
});

test("equal chances are one step of the curve: the area of a constant is a half", () => {
  const truths = [true, false, true, false, false];
  const roc = rocOf({ chances: new Float64Array(5).fill(0.3), truths });
  expect(roc).toHaveLength(2);
  expect(areaUnder(roc)).toBe(0.5);
});

test("without an example of one class there is no curve", () => {
  expect(rocOf({ chances: Float64Array.of(0.2, 0.9), truths: [true, true] })).toEqual([]);
});

test("no other threshold costs less than the cheapest", () => {
  for (const missCost of [1, 5, 20]) {
    const best = cheapestThreshold(judged, missCost);
    const least = costOf(decide(judged, best), missCost);
    for (let at = 0; at <= 200; at += 1) {
      expect(costOf(decide(judged, at / 200), missCost)).toBeGreaterThanOrEqual(least);
    }
  }
});

test("where chances are kept, the cheapest threshold is 1 ÷ (1 + the cost of a miss)", () => {
  const fair = kept(20_000);
  for (const missCost of [1, 4, 9]) {
    const best = costOf(decide(fair, cheapestThreshold(fair, missCost)), missCost);
    const there = costOf(decide(fair, fairThreshold(missCost)), missCost);
    expect(there / best).toBeLessThan(1.02);
  }
});

test("chances that are kept lie on the diagonal, and doubled ones do not", () => {
  const fair = kept(20_000);
  const tenths = calibrationOf(fair);
  expect(tenths).toHaveLength(10);
  expect(tenths.reduce((sum, { count }) => sum + count, 0)).toBe(20_000);
  expect(calibrationError(tenths)).toBeLessThan(0.015);
  const doubled = fair.chances.map((chance) => Math.min(2 * chance, 1));
  const off = calibrationError(calibrationOf({ chances: doubled, truths: fair.truths }));
  expect(off).toBeGreaterThan(0.2);
});
