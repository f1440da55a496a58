// Random formulas printed for other machines and for readers, and computed from the print.
import { spawnSync } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import { elementaryWgsl } from "@/labs/arithmetic/elementary";
import { curveOf } from "@/labs/formula/curve";
import { slopeOf } from "@/labs/formula/differentiate";
import { evaluatorOf } from "@/labs/formula/evaluate";
import { pythonOf } from "@/labs/formula/in-python";
import { spelledOut, substitute, symbolsOf } from "@/labs/formula/in-symbols";
import { wgslOf } from "@/labs/formula/in-wgsl";
import { readFormula } from "@/labs/formula/read-formula";
import { times } from "../../soak";
import { evaluateWgsl } from "../engine/evaluate-wgsl";
import { provideGpu } from "../engine/node-gpu";
import {
  valueAt as at,
  carriedBy,
  isTame,
  places,
  randomFormula,
} from "./random-formula";

const formulas = Array.from({ length: times(200, 20_000) }, (_, seed) =>
  randomFormula(seed),
);

const python3 = spawnSync("python3", ["--version"]).status === 0;

/** PyTorch's functions on plain numbers, so that no PyTorch is needed. */
const shim = `
import json, math, sys
class F:
    # PyTorch's is its argument beyond 20: 2e-9 less, nothing in its single precision.
    softplus = staticmethod(lambda x: x if x > 100 else math.log1p(math.exp(x)))
    elu = staticmethod(lambda x: x if x > 0 else math.expm1(x))
class torch:
    abs = abs; sqrt = math.sqrt; exp = math.exp; expm1 = math.expm1
    log = math.log; log1p = math.log1p; tanh = math.tanh; sin = math.sin; cos = math.cos
    sign = staticmethod(lambda x: (x > 0) - (x < 0))
    sigmoid = staticmethod(lambda x: 1 / (1 + math.exp(-x)))
    relu = staticmethod(lambda x: max(x, 0)); minimum = min; maximum = max
    clamp = staticmethod(lambda x, min=-math.inf, max=math.inf: min if x < min else max if x > max else x)
    where = staticmethod(lambda holds, yes, no: yes if holds else no)
found = []
for text in json.load(sys.stdin):
    value = eval("lambda z: " + text)
    row = []
    for z in PLACES:
        try: row.append(float(value(z)))
        except Exception: row.append(None)
    found.append(row)
json.dump([[v if v is None or math.isfinite(v) else None for v in row] for row in found], sys.stdout)
`;

test.runIf(python3)("Python computes the same values", () => {
  const { stdout, stderr } = spawnSync(
    "python3",
    ["-c", shim.replace("PLACES", JSON.stringify(places))],
    {
      input: JSON.stringify(formulas.map((one) => pythonOf(one))),
      encoding: "utf8",
      maxBuffer: 1e9,
    },
  );
  expect(stderr).toBe("");
  const rows: (number | null)[][] = JSON.parse(stdout);
  let checked = 0;
  const wrong: string[] = [];
  formulas.forEach((formula, index) => {
    places.forEach((z, column) => {
      const theirs = rows[index]![column]!;
      // Both cases of a choice are computed there, and one of them may be none.
      if (!isTame(formula, z) || theirs === null) return;
      checked += 1;
      const off = Math.abs(theirs - at(formula, z));
      const near = 1e-9 * (1 + Math.abs(theirs));
      if (off < near || off < near + 10 * carriedBy(formula, z, 1e-14)) return;
      wrong.push(`${pythonOf(formula)} at ${z}: ${off}`);
    });
  });
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(4 * formulas.length);
});

/** What is written by hand as a text that can be read. */
const typed = (text: string) =>
  text
    .replaceAll("√z", "sqrt(z)")
    .replaceAll("√", "sqrt")
    .replaceAll(
      /[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (high) =>
        `^${[...high].map((sign) => (sign === "⁻" ? "-" : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign))).join("")}`,
    );

test("a formula with its numbers put in, as one writes it, has its value", () => {
  let checked = 0;
  const wrong: string[] = [];
  for (const formula of formulas) {
    const spelt = spelledOut(formula);
    for (const z of places) {
      const value = at(formula, z);
      if (!isTame(formula, z, 30)) continue;
      const write = (number: number) => String(number).replace("-", "−");
      const { expression } = substitute(spelt, { z }, write);
      const read = readFormula(typed(expression), []);
      // Numbers for names can make a text longer than a reader may write.
      if ("refused" in read) continue;
      checked += 1;
      const off = Math.abs(evaluatorOf(read.formula, [])([]) - value);
      const near = 1e-6 * (1 + Math.abs(value));
      if (off < near || off < near + 100 * carriedBy(formula, z, 1e-14)) continue;
      wrong.push(`${expression}: ${off}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(2 * formulas.length);
});

test("formulas are written as in a school book", () => {
  const symbols = (text: string) => symbolsOf(curveOf(text, ["z"]).value);
  expect(symbols("softplus(-z)")).toBe("ln(1 + exp(−z))");
  expect(symbols("z > 0 ? z : 0.1 * z")).toBe("z if z > 0, else 0.1 × z");
  expect(symbols("z / (sqrt(z) + 1e-7)")).toBe("z / (√z + 0.0000001)");
  expect(symbols("abs(z - 1)^3 - -z")).toBe("|z − 1|³ + z");
  expect(symbols("sign(z - 2)")).toBe("1 if z > 2, −1 if z < 2");
  expect(symbolsOf(curveOf("tanh(z)", ["z"]).brief)).toBe("1 − a²");
  expect(symbols("sigmoid(z)")).toBe("1 / (1 + exp(−z))");
  expect(pythonOf(curveOf("max(0, z)", ["z"]).value)).toBe("torch.relu(z)");
});

const adapter = await provideGpu().requestAdapter();
const device = await adapter!.requestDevice();
afterAll(() => device.destroy());

test("WGSL computes the same values and slopes", async () => {
  const atOnce = 40;
  const zs = Float32Array.from(places);
  let checked = 0;
  const asked = formulas
    .slice(0, times(80, 1000))
    .flatMap((formula) => [formula, slopeOf(formula, "z")]);
  for (let from = 0; from < asked.length; from += atOnce) {
    const some = asked.slice(from, from + atOnce);
    const cases = some.map(
      (one, k) => `case ${k} { return ${wgslOf(one, { z: "a" })}; }`,
    );
    const which = Float32Array.from(some.flatMap((_, k) => [...zs].map(() => k)));
    const columns = Float32Array.from(some.flatMap(() => [...zs]));
    const found = await evaluateWgsl(
      device,
      `${elementaryWgsl}fn compute(a : f32, b : f32, c : f32) -> f32 {
  switch (i32(b)) { ${cases.join("\n")} default { return 0.0; } }
}`,
      [columns, which, which],
    );
    some.forEach((formula, k) => {
      zs.forEach((z, column) => {
        if (!isTame(formula, z, 80)) return;
        const value = at(formula, z);
        const off = Math.abs(found[k * zs.length + column]! - value);
        const within = 2e-4 * (1 + Math.abs(value)) + 30 * carriedBy(formula, z, 1e-6);
        expect(off, `${wgslOf(formula)} at ${z}`).toBeLessThan(within);
        checked += 1;
      });
    });
  }
  expect(checked).toBeGreaterThan(3 * asked.length);
});
