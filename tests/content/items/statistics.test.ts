import { expect, test } from "vitest";
import {
  correlation,
  correlationInterval,
  differenceInterval,
  type Interval,
  pooledCorrelation,
  quantile,
  wilsonInterval,
} from "@/content/items/statistics";
import { seeded } from "@/content/quiz/kinds/draw";

const four = ({ low, high }: Interval) => [low.toFixed(4), high.toFixed(4)];

// Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
test.each([
  [81, 263, "0.2553", "0.3662"],
  [15, 148, "0.0624", "0.1605"],
  [0, 20, "0.0000", "0.1611"],
  [1, 29, "0.0061", "0.1718"],
])("Wilson's interval of %i of %i is the published one", (count, of, low, high) => {
  expect(four(wilsonInterval({ count, of }))).toEqual([low, high]);
});

test("Wilson's bounds are the shares from which the count is z standard errors away", () => {
  for (let of = 1; of <= 30; of += 1) {
    for (let count = 0; count <= of; count += 1) {
      const { low, high } = wilsonInterval({ count, of });
      expect(low).toBeLessThanOrEqual(count / of);
      expect(high).toBeGreaterThanOrEqual(count / of);
      for (const share of [low, high]) {
        if (share === 0 || share === 1) continue;
        const away = (count / of - share) / Math.sqrt((share * (1 - share)) / of);
        expect(Math.abs(away)).toBeCloseTo(1.959964, 5);
      }
    }
  }
});

// Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
test.each([
  [56, 70, 48, 80, "0.0524", "0.3339"],
  [9, 10, 3, 10, "0.1705", "0.8090"],
  [6, 7, 2, 7, "0.0582", "0.8062"],
  [5, 56, 0, 29, "-0.0381", "0.1926"],
  [0, 10, 0, 20, "-0.1611", "0.2775"],
  [10, 10, 0, 20, "0.6791", "1.0000"],
])(
  "the interval of %i of %i minus %i of %i is the published one",
  (a, m, b, n, ...of) => {
    const difference = differenceInterval({ count: a, of: m }, { count: b, of: n });
    expect(four(difference)).toEqual(of);
  },
);

test("a correlation with 0 and 1 is the point-biserial one of the textbooks", () => {
  const draw = seeded("point-biserial", 1);
  for (let round = 0; round < 50; round += 1) {
    const pairs = Array.from(
      { length: 8 + draw(40) },
      (_, at) => [at < 2 ? at : draw(2), draw(1000) / 1000] as const,
    );
    const side = (x: number) => pairs.filter(([one]) => one === x).map(([, y]) => y);
    const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
    const all = pairs.map(([, y]) => y);
    const spread = Math.sqrt(mean(all.map((y) => (y - mean(all)) ** 2)));
    const [no, yes] = [side(0), side(1)];
    const shares = Math.sqrt(no.length * yes.length) / all.length;
    const expected = ((mean(yes) - mean(no)) / spread) * shares;
    expect(correlation(pairs)).toBeCloseTo(expected, 10);
  }
});

test("what does not vary has no correlation, and what goes along has one of 1", () => {
  const flat = Array.from({ length: 30 }, (_, at) => [at % 2, 0.1 + 0.2] as const);
  expect(correlation(flat)).toBeNull();
  expect(correlation(flat.map(([x, y]) => [y, x] as const))).toBeNull();
  expect(correlation([0, 1, 2, 3].map((x) => [x, 3 - 2 * x] as const))).toBeCloseTo(-1);
});

// Worked by hand: atanh 0.3 = ½ ln(1.3 / 0.7) = 0.309520 and 1.959964 / √47 = 0.285890.
test("the interval of a correlation is Fisher's", () => {
  const { low, high } = correlationInterval(0.3, 50);
  expect([low, high].map((one) => one.toFixed(3))).toEqual(["0.024", "0.534"]);
});

test("the interval of a correlation holds the true one 95 times in 100", () => {
  const draw = seeded("coverage", 3);
  const uniform = () => (draw(1_000_000) + 0.5) / 1_000_000;
  const normal = () =>
    Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const truth = 0.4;
  let held = 0;
  for (let round = 0; round < 1000; round += 1) {
    const pairs = Array.from({ length: 40 }, () => {
      const x = normal();
      return [x, truth * x + Math.sqrt(1 - truth ** 2) * normal()] as const;
    });
    const { low, high } = correlationInterval(correlation(pairs) ?? 0, pairs.length);
    if (low <= truth && truth <= high) held += 1;
  }
  expect(held).toBeGreaterThan(930);
  expect(held).toBeLessThan(970);
});

test("a pooled correlation is that of one class, and narrower of two", () => {
  const one = { r: 0.3, learners: 50 };
  expect(pooledCorrelation([one]).r).toBeCloseTo(0.3, 12);
  expect(pooledCorrelation([one])).toMatchObject(correlationInterval(0.3, 50));
  const two = pooledCorrelation([one, one]);
  expect(two.r).toBeCloseTo(0.3, 12);
  expect(two.low).toBeGreaterThan(correlationInterval(0.3, 50).low);
  // As if both classes were one, but for the 3 that each costs.
  expect(two.low).toBeCloseTo(correlationInterval(0.3, 97).low, 12);
  expect(pooledCorrelation([{ r: 1, learners: 20 }]).r).toBeCloseTo(0.999, 12);
});

test("quartiles lie between neighbours where they fall there", () => {
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile([1, 2, 3, 4], share))).toEqual([
    1, 1.75, 2.5, 3.25, 4,
  ]);
});
