import { expect, test } from "vitest";
import {
  cosine,
  exp,
  expm1,
  log,
  log1p,
  logistic,
  sine,
  softplus,
  tanh,
} from "@/labs/kernel/elementary-lanes";
import { times } from "../../soak";
import { type OnLanes, onMany, spread, unitAt } from "./on-lanes";

type Case = {
  name: string;
  of: OnLanes;
  right: (x: number) => number;
  /** Where it is to be right. */
  low: number;
  high: number;
  /** Where two of its pieces meet. */
  joints: readonly number[];
  /** How many units in the last place it stays below; 2 where nothing is said. */
  below?: number;
};

const halves = (most: number) =>
  Array.from({ length: 2 * most + 1 }, (_, n) => n - most - 0.5);
const octaves = Array.from({ length: 40 }, (_, n) => Math.SQRT1_2 * 2 ** (n - 20));
const huge = 3.4028234e38;

const cases: readonly Case[] = [
  {
    ...{ name: "exp", of: exp, right: Math.exp, low: -87, high: 88 },
    joints: halves(120).map((half) => half * Math.LN2),
  },
  {
    ...{
      name: "expm1",
      of: (writer, x) => expm1(writer, x),
      right: Math.expm1,
      low: -87,
      high: 88,
    },
    joints: halves(120).map((half) => half * Math.LN2),
  },
  {
    ...{ name: "tanh", of: tanh, right: Math.tanh, low: -huge, high: huge, below: 3 },
    joints: halves(25).map((half) => (half * Math.LN2) / 2),
  },
  {
    ...{
      name: "logistic",
      of: logistic,
      low: -87,
      high: huge,
      joints: halves(120).map((half) => half * Math.LN2),
    },
    right: (x) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x))),
  },
  {
    ...{
      name: "softplus",
      of: softplus,
      low: -87,
      high: huge,
      joints: halves(120).map((half) => half * Math.LN2),
    },
    right: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  },
  { name: "log", of: log, right: Math.log, low: 1e-45, high: huge, joints: octaves },
  {
    ...{ name: "log1p", of: log1p, right: Math.log1p, low: -0.99999994, high: huge },
    joints: octaves.map((octave) => octave - 1),
  },
  { name: "sine", of: sine, right: Math.sin, low: -3000, high: 3000, joints: [] },
  { name: "cosine", of: cosine, right: Math.cos, low: -3000, high: 3000, joints: [] },
];

test.each(cases)("$name is right to a few units in the last place", (one) => {
  const numbers = spread(one.low, one.high, times(60_013, 1_009));
  const results = onMany(one.of, "wasm")(numbers);
  let farthest = 0;
  let where = 0;
  results.forEach((result, at) => {
    const right = one.right(numbers[at]!);
    const off = Math.abs(result - right) / unitAt(right);
    if (!(off <= farthest)) {
      farthest = off;
      where = numbers[at]!;
    }
  });
  expect(farthest, `at ${where}`).toBeLessThan(one.below ?? 2);
});

test.each(cases)("$name has the same bits without WebAssembly", (one) => {
  const odd = [0, -0, 1, -1, Infinity, -Infinity, Number.NaN, 1e-45, -1e-40, huge];
  const all = spread(-huge, huge, times(500_009, 10_007));
  const numbers = Float32Array.from([...odd, ...all]);
  expect(onMany(one.of, "plain")(numbers)).toEqual(onMany(one.of, "wasm")(numbers));
});

test.each(cases.filter(({ joints }) => joints.length > 0))(
  "$name falls by one last place at most where two of its pieces meet",
  (one) => {
    const onWasm = onMany(one.of, "wasm");
    for (const joint of one.joints) {
      if (joint <= one.low || joint >= one.high) continue;
      const near = Math.abs(joint) * 2 ** -14;
      const results = onWasm(spread(joint - near, joint + near, 1));
      results.forEach((result, at) => {
        const before = results[Math.max(at - 1, 0)]!;
        if (result < before - unitAt(result)) expect([joint, before, result]).toEqual([]);
      });
    }
  },
);
