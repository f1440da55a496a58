// Equal runs give equal bits only where a training computes with what IEEE 754 fixes.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** A file of `labs` and all that it imports, with their text but for comments. */
function read(file: string, known = new Map<string, string>()) {
  if (known.has(file)) return known;
  const text = readFileSync(file, "utf8");
  known.set(file, text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""));
  for (const [, to = ""] of text.matchAll(/ from "((?:@\/|\.)[^"]+)";/g)) {
    const from = to.startsWith("@/") ? "." : path.posix.dirname(file);
    read(`${path.posix.join(from, to.replace("@/", ""))}.ts`, known);
  }
  return known;
}

const exact = [
  ...["abs", "min", "max", "floor", "ceil", "round", "trunc", "sign", "sqrt"],
  ...["imul", "clz32", "fround", "PI", "LN2", "E"],
];

/** What browsers may round differently: powers, and most functions of `Math`. */
const inexact = new RegExp(`Math\\.(?!(${exact.join("|")})\\b)\\w+|\\*\\*`, "g");

test("all that decides a training uses only arithmetic that is fixed to the last bit", () => {
  const files = read("labs/kernel/kernel.ts", read("labs/training/loops.ts"));
  read("labs/run/plan.ts", files);
  expect([...files.keys()]).toContain("labs/data/vowels.ts");
  expect([...files.keys()]).toContain("labs/sound/voice.ts");
  const found = [...files].flatMap(([file, text]) =>
    [...text.matchAll(inexact)].map(([what]) => `${file}: ${what}`),
  );
  expect(found).toEqual([]);
});

test("what is not fixed is found", () => {
  for (const text of ["x ** 2", "Math.exp(x)", "Math.hypot(x, y)", "Math.signum(x)"]) {
    expect(text.match(inexact), text).not.toBeNull();
  }
  expect("Math.sqrt(x * x) + Math.PI".match(inexact)).toBeNull();
});
