import { expect, test } from "vitest";
import { text } from "@/labs/catalog/text-lab";
import { withText } from "@/labs/text/own-text";
import { besides, bitsOf, perplexityOf, verdictText } from "@/labs/text/text-in-words";

test("choosing among eight alike costs three bits, a perplexity of eight", () => {
  expect(bitsOf(Math.log(8))).toBeCloseTo(3, 12);
  expect(perplexityOf(3)).toBe(8);
});

test("a fiftieth fewer bits beat, a fiftieth more fail", () => {
  expect([
    besides(2.93, 3),
    besides(2.95, 3),
    besides(3.05, 3),
    besides(3.07, 3),
  ]).toEqual([...["beats", "draws", "draws", "fails"]]);
});

const counts = { letters: 4.17, pairs: 3.34, same: 2.31 };

test.each([
  [
    2.45,
    3,
    "It beats the letter frequencies (4.17) and the counts of letter pairs (3.34) and does not beat the counts after the same 3 letters (2.31).",
  ],
  [
    3.35,
    1,
    "It beats the letter frequencies (4.17) and is about as good as the counts of letter pairs (3.34).",
  ],
  [
    4.9,
    1,
    "It does not beat the letter frequencies (4.17) and the counts of letter pairs (3.34).",
  ],
])("%d bits with %d letters seen are judged", (bits, context, says) => {
  expect(verdictText(bits, counts, { context, set: "test" })).toBe(
    `The network needs ${bits.toFixed(2)} bits for each letter of the test part. ${says}`,
  );
});

test("an overflow is said", () => {
  expect(verdictText(Number.NaN, counts, { context: 3, set: "test" })).toContain(
    "overflowed",
  );
});

test("a text of one's own is taken up to its limit, or refused in one sentence", () => {
  const { start } = text;
  const long = withText(start, "It was the best. ".repeat(1000));
  expect("says" in long && long.says).toBe(
    "The first 8,000 of 16,999 letters are taken.",
  );
  expect("run" in long && [long.run.data, long.run.text.length]).toEqual(["text", 8000]);
  const whole = withText(start, "It was the best. ".repeat(20));
  expect("says" in whole && whole.says).toBe("All 339 letters are taken.");
  for (const short of ["", "漢字".repeat(500), "too short"]) {
    const refused = withText(start, short);
    expect("problem" in refused && refused.problem).toMatch(
      /^There (is|are) .+: 200 are needed\.$/,
    );
  }
});
