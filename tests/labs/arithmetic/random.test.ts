import { expect, test } from "vitest";
import { hash32, normal, shuffled, streamKey, uniform } from "@/labs/arithmetic/random";

test("the hash is a bijection on a sample and stays in 32 bits", () => {
  const seen = new Set(Array.from({ length: 100_000 }, (_, index) => hash32(index)));
  expect(seen.size).toBe(100_000);
  for (const value of seen) expect(value >>> 0).toBe(value);
});

test("flipping one bit of the input flips about half of the output", () => {
  let flipped = 0;
  for (let index = 0; index < 2000; index += 1) {
    const difference = hash32(index) ^ hash32(index ^ (1 << (index % 32)));
    flipped += difference.toString(2).replaceAll(/[-0]/g, "").length;
  }
  expect(flipped / 2000).toBeGreaterThan(13);
  expect(flipped / 2000).toBeLessThan(19);
});

test("a shuffle of any length from 1 to 300 shows every item once", () => {
  for (let count = 1; count <= 300; count += 1) {
    const key = streamKey(count, 3, 1);
    const order = Array.from({ length: count }, (_, at) => shuffled(at, count, key));
    expect(order.toSorted((a, b) => a - b)).toEqual(order.map((_, index) => index));
  }
});

test("two passes shuffle differently, and each place gets every item over many", () => {
  const first = new Set<number>();
  const orders = new Set<string>();
  for (let pass = 0; pass < 400; pass += 1) {
    const key = streamKey(7, 3, pass);
    first.add(shuffled(0, 10, key));
    orders.add(Array.from({ length: 10 }, (_, at) => shuffled(at, 10, key)).join());
  }
  expect(first.size).toBe(10);
  expect(orders.size).toBeGreaterThan(390);
});

test("uniform draws fill [0, 1) evenly and normal draws have mean 0 and variance 1", () => {
  const draw = uniform(streamKey(1, 2));
  const draws = Array.from({ length: 20_000 }, draw);
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draws)).toBeLessThan(1);
  const tenths = draws.reduce<number[]>((counts, value) => {
    const tenth = Math.floor(10 * value);
    counts[tenth] = (counts[tenth] ?? 0) + 1;
    return counts;
  }, []);
  for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(220);
  const normals = Array.from({ length: 20_000 }, () => normal(draw));
  const mean = normals.reduce((sum, value) => sum + value, 0) / 20_000;
  const variance = normals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 20_000;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.04);
});
