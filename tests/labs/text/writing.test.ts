// What a network writes: drawn from its probabilities, alike for equal weights.
import { beforeAll, expect, test } from "vitest";
import { text } from "@/labs/catalog/text-lab";
import { alphabet } from "@/labs/data/alphabet";
import { sampleOf } from "@/labs/data/sample";
import { lessonsText } from "@/labs/data/text";
import { networkOf, startWeights } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { goneOn, nextLetter, promptOf, sharesAt } from "@/labs/text/writing";
import { provideData } from "../provide-data";

beforeAll(provideData);

const run: Run = { ...text.start, context: 1, layers: [] };

/** After each letter of the alphabet the next one is sure; after the last, the first. */
function cycle(sure: number): Float32Array {
  const weights = new Float32Array(networkOf(run).size);
  const count = alphabet.length;
  for (let at = 0; at < count; at += 1) weights[at * count + ((at + 1) % count)] = sure;
  return weights;
}

test("each letter that it writes is the next that it sees", () => {
  const writer = { run, weights: cycle(50) };
  for (const temperature of [0, 1]) {
    expect(goneOn(writer, "a", 33, { temperature, draw: 0 })).toBe(
      `bcdefghijklmnopqrstuvwxyz .,'abcd`,
    );
  }
});

test("letters are drawn about as often as the network expects them", () => {
  const weights = new Float32Array(networkOf(run).size);
  const biases = networkOf(run).layers[0]?.biasesAt ?? 0;
  weights.fill(-50, biases);
  weights[biases] = Math.log(3);
  weights[biases + 1] = 0;
  const written = goneOn({ run, weights }, " ", 4000, { temperature: 1, draw: 0 });
  expect([...new Set(written)].sort()).toEqual(["a", "b"]);
  expect(Math.abs(written.replaceAll("b", "").length / 4000 - 0.75)).toBeLessThan(0.03);
  // The square of the odds at half the temperature: 9 to 1.
  const colder = goneOn({ run, weights }, " ", 4000, { temperature: 0.5, draw: 0 });
  expect(Math.abs(colder.replaceAll("b", "").length / 4000 - 0.9)).toBeLessThan(0.03);
});

test("equal draws write alike, others do not, and the likeliest needs none", () => {
  const start = text.start;
  const writer = { run: start, weights: startWeights(start) };
  const write = (temperature: number, draw: number) =>
    goneOn(writer, "the", 60, { temperature, draw });
  expect(write(1, 0)).toBe(write(1, 0));
  expect(write(1, 1)).not.toBe(write(1, 0));
  expect(write(0, 1)).toBe(write(0, 0));
  const other = { run: { ...start, seed: 8 }, weights: writer.weights };
  expect(goneOn(other, "the", 60, { temperature: 1, draw: 0 })).not.toBe(write(1, 0));
});

test("too few letters have blanks before them, and probabilities add up to 1", () => {
  const start = text.start;
  const writer = { run: start, weights: startWeights(start) };
  expect(nextLetter(writer, "t")).toEqual(nextLetter(writer, "  t"));
  expect(nextLetter(writer, "")).toEqual(nextLetter(writer, "   "));
  expect(nextLetter(writer, "weather")).toEqual(nextLetter(writer, "her"));
  const sum = nextLetter(writer, "the").reduce((all, share) => all + share, 0);
  expect(sum).toBeCloseTo(1, 12);
});

test("a lower temperature makes the likely likelier and keeps the order", () => {
  const scores = Float64Array.of(2, 1, 0);
  const rounded = (temperature: number) =>
    Array.from(sharesAt(scores, temperature), (share) => Math.round(100 * share));
  expect(rounded(1)).toEqual([67, 24, 9]);
  expect(rounded(0.5)).toEqual([87, 12, 2]);
  expect(rounded(1e6)).toEqual([33, 33, 33]);
});

test("scores that are no numbers write nothing", () => {
  const weights = new Float32Array(networkOf(run).size).fill(Number.NaN);
  expect(goneOn({ run, weights }, "a", 9, { temperature: 1, draw: 0 })).toBe("");
});

test("writing goes on where the test part begins", () => {
  const { train } = sampleOf(text.start);
  const prompt = promptOf(text.start, train);
  expect(lessonsText().indexOf(prompt, train)).toBe(train);
  expect(prompt).toHaveLength(3);
});
