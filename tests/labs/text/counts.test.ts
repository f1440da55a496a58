// Foretelling by counting: the honest rivals of a network.
import { beforeAll, expect, test } from "vitest";
import { text } from "@/labs/catalog/text-lab";
import { alphabet, placesOf } from "@/labs/data/alphabet";
import { sampleOf } from "@/labs/data/sample";
import type { Run } from "@/labs/run/run";
import { baselinesOf, countedBits } from "@/labs/text/counts";
import { provideData } from "../provide-data";

beforeAll(provideData);

const even = 1 / alphabet.length;

test("single letters are counted, and six more as if all were alike", () => {
  // Before place 4 stand three a and one b; then come a and b.
  const [a, b] = [(3 + 6 * even) / 10, (1 + 6 * even) / 10];
  const bits = countedBits(placesOf("aabaab"), { from: 0, tested: 4, seen: 0 });
  expect(bits).toBeCloseTo(-(Math.log2(a) + Math.log2(b)) / 2, 12);
});

test("pairs are counted, and six more as single letters have it", () => {
  // From place 1 on stand two a, one b: after an a once an a and once a b, after a b an a.
  const [a, b] = [(2 + 6 * even) / 9, (1 + 6 * even) / 9];
  const [aa, ab] = [(1 + 6 * a) / 8, (1 + 6 * b) / 8];
  const bits = countedBits(placesOf("aabaab"), { from: 1, tested: 4, seen: 1 });
  expect(bits).toBeCloseTo(-(Math.log2(aa) + Math.log2(ab)) / 2, 12);
});

test("what was never seen is rare, not impossible", () => {
  const bits = countedBits(placesOf("aaaaaaaaz"), { from: 0, tested: 8, seen: 3 });
  expect(bits).toBeGreaterThan(5);
  expect(Number.isFinite(bits)).toBe(true);
});

test("the probabilities of all letters add up to 1", () => {
  const before = "the cat and the hat";
  const shares = Array.from(alphabet, (letter) => {
    const places = placesOf(`${before}${letter}`);
    return 2 ** -countedBits(places, { from: 2, tested: before.length, seen: 2 });
  });
  expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
});

test("the lab's claims name the losses of its counts, whatever the seed", () => {
  const { start } = text;
  const counts = baselinesOf(start, sampleOf(start));
  const nats = Object.values(counts).map((bits) => (bits * Math.LN2).toFixed(2));
  expect(nats).toEqual(["2.89", "2.31", "1.60"]);
  const one = { ...start, context: 1 };
  const { pairs, same } = baselinesOf(one, sampleOf(one));
  expect(same).toBe(pairs);
});

test("a run with a validation set is judged on that alone", () => {
  const own = "the cat sat on the mat. ".repeat(20).trim();
  const run: Run = {
    ...text.start,
    data: "text",
    text: own,
    split: 0.6,
    validation: 0.2,
  };
  const sample = sampleOf(run);
  const seen = own.slice(0, run.context + sample.train + sample.held);
  expect(seen.length).toBeLessThan(own.length);
  const range = { from: run.context, tested: run.context + sample.train, seen: 1 };
  expect(baselinesOf(run, sample).pairs).toBe(countedBits(placesOf(seen), range));
});
