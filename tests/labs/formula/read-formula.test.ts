// Formulas from text and back, and texts that are none.
import { expect, test } from "vitest";
import { streamKey, uniform } from "@/labs/arithmetic/random";
import { evaluatorOf } from "@/labs/formula/evaluate";
import { formulaText } from "@/labs/formula/print";
import { readFormula } from "@/labs/formula/read-formula";
import { times } from "../../soak";
import { randomFormula } from "./random-formula";

const amount = (text: string, z = 0) => {
  const read = readFormula(text, ["z"]);
  if ("refused" in read) throw new Error(read.refused);
  return evaluatorOf(read.formula, ["z"])([z]);
};

const refusalOf = (text: string) => {
  const read = readFormula(text, ["z"]);
  return "refused" in read ? read.refused : null;
};

test("a formula's text is read as that formula", () => {
  for (let seed = 0; seed < times(2000, 20_000); seed += 1) {
    const formula = randomFormula(seed);
    const text = formulaText(formula);
    expect(readFormula(text, ["z"]), text).toEqual({ formula });
  }
});

test("signs bind as they do at school", () => {
  expect(amount("1 + 2 * 3 - 4 / 8")).toBe(6.5);
  expect(amount("8 - 2 - 1")).toBe(5);
  expect(amount("8 / 2 / 2")).toBe(2);
  expect(amount("-z^2", 3)).toBe(-9);
  expect(amount("(-z)^2", 3)).toBe(9);
  expect(amount("2 * -z", 3)).toBe(-6);
  expect(amount("2^3^2 / 512")).toBeCloseTo(1, 12);
  expect(amount("z**2 + z² − 2·z × 3 ÷ 2", 2)).toBe(2);
  expect(amount("|z − 3| + ||z||", -1)).toBe(5);
  expect(amount("max(1, z, 2) - min(z, 2)", 5)).toBe(3);
  expect(amount("z > 0 ? 1 : z ≤ −1 ? 2 : 3", -1)).toBe(2);
  expect(amount("z > 0 ? 1 : z ≤ −1 ? 2 : 3", -0.5)).toBe(3);
  expect(amount("2e-1 + .5 + 3. - e / e + pi - pi")).toBeCloseTo(2.7, 12);
});

test("a refusal is a sentence that names the place", () => {
  const refused: [string, RegExp][] = [
    ["", /no formula yet/],
    ["   ", /no formula yet/],
    ["z + ", /^The end stands where a number or a name should\.$/],
    ["2z", /“z” \(character 2\) stands where a sign/],
    ["z z", /“z” \(character 3\)/],
    ["(z", /“\)” should, which closes “\(” \(character 1\)/],
    ["z)", /“\)” \(character 2\)/],
    ["z > 0", /“\?” should, after the comparison at “>” \(character 3\)/],
    ["z > 0 ? 1", /“:” should/],
    ["z > 0 > 1 ? 1 : 0", /“>” \(character 7\)/],
    ["z == 0 ? 1 : 0", /“=” \(character 3\) has no place/],
    ["z; alert(1)", /“;” \(character 2\) has no place/],
    ["z.constructor", /“\.” \(character 2\)/],
    ["constructor", /“constructor” \(character 1\) is not known.*z, pi, e/],
    ["__proto__(z)", /“__proto__” \(character 1\) is not a function/],
    ["toString(z)", /“toString” \(character 1\) is not a function/],
    ["tanh z", /“tanh” \(character 1\) needs its number in parentheses/],
    ["tanh(z, 1)", /“tanh” \(character 1\) takes one number/],
    ["max(z)", /“max” \(character 1\) compares two numbers/],
    ["tanh()", /“\)” \(character 6\) stands where a number/],
    ["z / 0", /“\/” \(character 3\) divides by 0/],
    ["z / (2 - 2)", /divides by 0/],
    ["1e999 * z", /from “1e999” \(character 1\) on is no number/],
    ["log(0) + z", /from “log” \(character 1\) on is no number/],
    ["z + 1e-40", /from “1e-40” \(character 5\) on/],
    ["“z”", /^““” \(character 1\)/],
    ["z + 😀", /“😀” \(character 5\)/],
    ["z\u0000", /\(character 2\) has no place/],
    [`${"z+".repeat(60)}zz`, /at most 120 characters; this one has 122/],
    [`${"z+".repeat(21)}z`, /at most 40 parts; this one has 43/],
  ];
  for (const [text, says] of refused) expect(refusalOf(text), text).toMatch(says);
  for (const [text] of refused) expect(refusalOf(text)).toMatch(/\.$/);
});

/** Texts of the signs that formulas are made of, and of those that break readers. */
function hostileText(seed: number): string {
  const draw = uniform(streamKey(seed, 78));
  const pieces = [
    ...["z", "(", ")", "|", "-", "^", "?", ":", ",", ">", "<=", "**", "1e9", ".5", " "],
    ...["tanh(", "max(", "min(", "exp(", "²", "−", "e", "pi", "0", "/", "*", "+"],
    ...["`", "${", "}", "=>", "\\", "\u202e", "\ud800", "__proto__", "constructor", "\n"],
  ];
  const length = Math.floor(draw() * (draw() < 0.02 ? 20_000 : 70));
  return Array.from({ length }, () => pieces[Math.floor(draw() * pieces.length)]).join(
    "",
  );
}

test("hostile texts are read or refused at once, and never throw", () => {
  const nests = ["(", "-", "|", "tanh(", "2^", "z>0?", "max(", "1/", "-(", "exp(exp("];
  const deep = nests.flatMap((nest) => [nest.repeat(30), nest.repeat(1_000_000)]);
  const texts = Array.from({ length: times(5000, 50_000) }, (_, seed) =>
    hostileText(seed),
  );
  let slowest = 0;
  for (const text of [...deep, ...texts]) {
    const read = readFormula(text, ["z"]);
    // The shortest of three tries: the machine may be at something else in one of them.
    const tries = [1, 2, 3].map(() => {
      const from = performance.now();
      readFormula(text, ["z"]);
      return performance.now() - from;
    });
    slowest = Math.max(slowest, Math.min(...tries));
    if ("refused" in read) expect(read.refused).toMatch(/\.$/);
    else
      expect(readFormula(formulaText(read.formula), ["z"])).not.toHaveProperty("refused");
  }
  // A frame has 16.
  expect(slowest).toBeLessThan(10);
});
