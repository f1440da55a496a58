// Texts as examples: the alphabet, and the letters that a network is given.
import { beforeAll, expect, test } from "vitest";
import { hash32 } from "@/labs/arithmetic/random";
import { text } from "@/labs/catalog/text-lab";
import { alphabet, lettersOf, linkAlphabet } from "@/labs/data/alphabet";
import { inputNames, sampleOf } from "@/labs/data/sample";
import { lessonsText } from "@/labs/data/text";
import type { Run } from "@/labs/run/run";
import { provideData } from "../provide-data";

beforeAll(provideData);

test.each([
  ["Straße, Œuvre & Ångström!", "strasse, oeuvre angstrom."],
  ["Wait… what?! 12 “words” — don’t; go:", "wait. what. words don't, go,"],
  ["  one\n\n two\t3 . four ,five  ", "one two. four,five"],
  ["Ни слова 漢字 🙂", ""],
  ["İstanbul ﬁnds ①", "istanbul finds"],
])("%j becomes %j", (given, letters) => {
  expect(lettersOf(given)).toBe(letters);
  expect(lettersOf(letters)).toBe(letters);
});

test("a link has a letter of its own for each of the alphabet", () => {
  expect(new Set(alphabet).size).toBe(30);
  expect(new Set(linkAlphabet).size).toBe(30);
  expect(String(new URLSearchParams({ text: linkAlphabet }))).toBe(
    `text=${linkAlphabet}`,
  );
});

test("whatever is in a text of 100,000 characters, it is read in the alphabet at once", () => {
  let state = 1;
  const wild = Array.from({ length: 100_000 }, () => {
    state = hash32(state);
    return String.fromCodePoint(state % 0xd800);
  }).join("");
  const known = new RegExp(`^[${alphabet}]*$`);
  for (const hostile of [
    wild,
    "' .".repeat(33_000),
    ".".repeat(100_000),
    "ﷺ".repeat(100_000),
  ]) {
    expect(lettersOf(hostile)).toMatch(known);
  }
});

test("the lessons' text never changes: equal links train on equal texts", () => {
  const letters = lessonsText();
  const sum = Array.from(letters).reduce(
    (hash, letter) => hash32(hash + alphabet.indexOf(letter)),
    0,
  );
  expect([letters.length, sum]).toEqual([14721, 2775449116]);
});

test("an example is the letters before one, one-hot, and its place in the alphabet", () => {
  const own = "the cat sat on the mat. ".repeat(10).trim();
  const run: Run = { ...text.start, data: "text", text: own, context: 2, split: 0.8 };
  const { features, targets, train, held } = sampleOf(run);
  expect(train + held).toBe(own.length - 2);
  expect(targets).toHaveLength(own.length - 2);
  const width = 2 * alphabet.length;
  for (const row of [0, 7, own.length - 3]) {
    const ones = [...features.subarray(row * width, (row + 1) * width).keys()].filter(
      (at) => features[row * width + at] === 1,
    );
    const seen = ones.map((at) => alphabet[at % alphabet.length]);
    expect(seen.join("")).toBe(own.slice(row, row + 2));
    expect(alphabet[targets[row] ?? -1]).toBe(own[row + 2]);
  }
  expect(features.reduce((sum, one) => sum + one)).toBe(2 * targets.length);
});

test("the examples follow from text and context, and their inputs have names", () => {
  const run: Run = { ...text.start, data: "text", text: "ab ".repeat(80), context: 2 };
  expect(sampleOf({ ...run, text: "ba ".repeat(80) })).not.toEqual(sampleOf(run));
  expect(sampleOf({ ...run, context: 3 })).not.toEqual(sampleOf(run));
  const names = inputNames(run);
  expect(names).toHaveLength(60);
  expect([names[0], names[26], names[30]]).toEqual([
    "a, 2 back",
    "␣, 2 back",
    "a, 1 back",
  ]);
});
