// Readers' own formulas: one text for all ways of writing one, and places of what is wrong.
import { expect, test } from "vitest";
import { slopeOf } from "@/labs/formula/differentiate";
import { sizeOf } from "@/labs/formula/formula";
import { formulaLimits } from "@/labs/formula/own-formula";
import { formulaText } from "@/labs/formula/print";
import { readFormula } from "@/labs/formula/read-formula";
import { readOwn } from "@/labs/formula/read-own";
import { times } from "../../soak";
import { randomFormula } from "./random-formula";

const own = (text: string, names = ["z"]) => {
  const read = readOwn(text, names);
  return "own" in read ? read.own : read.refused;
};

test("all ways of writing a formula give one text", () => {
  expect(own("max( 0,z )")).toBe("=max(0, z)");
  expect(own("|z|·2,".slice(0, -1))).toBe("=abs(z) * 2");
  expect(own("z**2 − ln(pi) / e")).toBe("=z^2 - log(pi) / e");
  expect(own("(s-t)²", ["s", "t"])).toBe("=(s - t)^2");
});

test("that text is read as itself", () => {
  for (let seed = 0; seed < times(1000, 20_000); seed += 1) {
    const text = formulaText(randomFormula(seed));
    expect(own(text)).toBe(`=${text}`);
    expect(own(text.replaceAll(" ", ""))).toBe(`=${text}`);
  }
});

test("what grows too long when it is written out is refused", () => {
  const text = "z*1e20+".repeat(9).slice(0, -1);
  expect(readFormula(text, ["z"])).toHaveProperty("formula");
  expect(own(text)).toMatch(
    /^A formula has at most 120 characters; this one, .* 2\d\d\.$/,
  );
});

test.each([
  ["1/", 2],
  ["  z + q", 6],
  ["z > 0 > 1", 6],
  ["tanh z", 0],
  ["z / (1 - 1)", 2],
  ["z + 1e999", 4],
  ["z\u200b", 1],
  ["ｚ", 0],
  ["z + х", 4],
  ["", null],
  ["z+".repeat(1_000_000), null],
  [`${"z+".repeat(21)}z`, null],
])("the place of what is wrong in %j is known", (text, at) => {
  expect(readFormula(text, ["z"])).toMatchObject({ at });
});

/** The largest formula that grows from z by being put into itself. */
function grown(grow: (text: string) => string): string {
  for (let text = "z"; ; ) {
    const next = grow(text);
    if (next.length > formulaLimits.characters) return text;
    if ("refused" in readFormula(next, ["z"])) return text;
    text = next;
  }
}

test("no formula has a slope that is large or slow to find", () => {
  const grows: ((text: string) => string)[] = [
    ...["tanh", "sigmoid", "exp", "sqrt", "log"].map(
      (of) => (x: string) => `${of}(${x})`,
    ),
    ...["^z", "/z", "*z", "^2", "^.5"].map((by) => (x: string) => `(${x})${by}`),
    ...["z^", "z/", "z*"].map((by) => (x: string) => `${by}(${x})`),
    ...["*", "/", "^"].map((sign) => (x: string) => `(${x})${sign}(${x})`),
    (x) => `max(${x},${x})`,
    (x) => `min(z,${x})`,
    (x) => `z>0?${x}:${x}`,
    (x) => `${x}>0?z:1`,
  ];
  for (const grow of grows) {
    // Anew each time, so that nothing is known of it.
    const tries = [1, 2, 3].map(() => {
      const read = readFormula(grown(grow), ["z"]);
      if ("refused" in read) throw new Error(read.refused);
      const from = performance.now();
      const slope = slopeOf(read.formula, "z");
      expect(sizeOf(slope)).toBeLessThan(2000);
      return performance.now() - from;
    });
    expect(Math.min(...tries), grown(grow)).toBeLessThan(30);
  }
});
