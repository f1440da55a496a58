// Every formula in TypeScript and in WGSL, over a grid of inputs.

import { afterAll, expect, test } from "vitest";
import { elementaryWgsl } from "@/labs/arithmetic/elementary";
import { hash32, randomWgsl, shuffled } from "@/labs/arithmetic/random";
import { evaluatorOf } from "@/labs/formula/evaluate";
import { wgslOf } from "@/labs/formula/in-wgsl";
import { type ActivationName, activations } from "@/labs/network/activation";
import {
  activationCurve,
  lossCurve,
  optimizerFormulas,
  regularizationCurve,
} from "@/labs/network/curves";
import { type LossName, losses, rowLogOf } from "@/labs/network/loss";
import {
  type BiasCorrection,
  correctBias,
  filledWgsl,
  type Optimizer,
  type OptimizerName,
  optimizers,
} from "@/labs/network/optimizer";
import { type RegularizationName, regularizations } from "@/labs/network/regularization";
import { evaluateWgsl } from "./evaluate-wgsl";
import { provideGpu } from "./node-gpu";

const adapter = await provideGpu().requestAdapter();
const device = await adapter!.requestDevice();
afterAll(() => device.destroy());

/** Both sides of 0, of every kink, and far out, as f32. */
const grid = Float32Array.from(
  { length: 4001 },
  (_, at) => Math.sign(at - 2000) * (Math.abs(at - 2000) / 200) ** 2,
);
const zeros = new Float32Array(grid.length);
const grown = (values: ArrayLike<number>, make: (value: number, at: number) => number) =>
  Float32Array.from(values, make);

/** Relative above 1, absolute below. */
function expectClose(found: Float32Array, wanted: Float32Array, tolerance = 2e-6) {
  const off = found.map(
    (value, at) => Math.abs(value - wanted[at]!) / Math.max(Math.abs(wanted[at]!), 1),
  );
  const worst = off.indexOf(Math.max(...off));
  expect(off[worst], `at ${grid[worst]}: ${found[worst]}, ${wanted[worst]}`).toBeLessThan(
    tolerance,
  );
}

const compute = (body: string) =>
  `fn compute(a : f32, b : f32, c : f32) -> f32 { ${body} }`;

const namesOf = <N extends string>(named: Record<N, unknown>) =>
  Object.keys(named) as N[];

test.each(namesOf<ActivationName>(activations))(
  "%s and its slope are the same in both languages",
  async (name) => {
    const { value, brief } = activationCurve(name);
    const [height, rise] = [evaluatorOf(value, ["z"]), evaluatorOf(brief, ["z", "a"])];
    const outputs = grown(grid, (sum) => height([sum]));
    const values = await evaluateWgsl(
      device,
      elementaryWgsl + compute(`return ${wgslOf(value, { z: "a" })};`),
      [grid, zeros, zeros],
    );
    expectClose(values, outputs);
    const slopes = await evaluateWgsl(
      device,
      elementaryWgsl + compute(`return ${wgslOf(brief, { z: "a", a: "b" })};`),
      [grid, outputs, zeros],
    );
    expectClose(
      slopes,
      grown(grid, (sum, at) => rise([sum, outputs[at]!])),
    );
  },
);

test.each(namesOf<LossName>(losses))(
  "the %s loss and its slope are the same in both languages",
  async (name) => {
    for (const target of [-1, 0.3, 1]) {
      const targets = grown(grid, () => target);
      const rowLogs = grown(grid, (score) => rowLogOf(Float64Array.of(score, 1.5), 0, 2));
      for (const side of ["value", "slope"] as const) {
        const formula = lossCurve(name)[side];
        const judge = evaluatorOf(formula, ["s", "t", "r"]);
        const wanted = grown(grid, (score, at) => judge([score, target, rowLogs[at]!]));
        const found = await evaluateWgsl(
          device,
          elementaryWgsl +
            compute(`return ${wgslOf(formula, { s: "a", t: "b", r: "c" })};`),
          [grid, targets, rowLogs],
        );
        expectClose(found, wanted);
      }
    }
  },
);

test.each(Object.entries<Optimizer>(optimizers))(
  "a step of %s is the same in both languages",
  async (name, optimizer) => {
    const { slots, change } = optimizerFormulas(name as OptimizerName);
    const names: Record<string, string> = {
      g: "gradient",
      tenth: "filled.tenth",
      thousandth: "filled.thousandth",
    };
    optimizer.slots.forEach(({ symbol }, slot) => {
      names[symbol] = slot === 0 ? "first" : "second";
    });
    const updated = (slot: number) => (slots[slot] ? wgslOf(slots[slot], names) : "0.0");
    const firsts = grown(grid, (gradient) => Math.abs(0.7 * gradient) + 0.01);
    const seconds = grown(grid, (gradient) => 0.4 * gradient * gradient + 0.001);
    const filled: BiasCorrection = { tenth: 0, thousandth: 0 };
    for (const count of [1, 2, 30, 5000]) {
      correctBias(filled, count);
      const given = "let gradient = a; var first = b; var second = c;";
      const step = `let filled = filled_after(${count}.0); first = ${updated(0)}; second = ${updated(1)};`;
      const run = (asked: string) =>
        evaluateWgsl(
          device,
          elementaryWgsl + filledWgsl + compute(`${given} ${step} return ${asked};`),
          [grid, firsts, seconds],
        );
      const before = [firsts, seconds];
      const after = slots.map((formula, slot) => {
        const renewed = evaluatorOf(formula, ["g", optimizer.slots[slot]!.symbol]);
        return grown(grid, (gradient, at) => renewed([gradient, before[slot]![at]!]));
      });
      for (const [slot, wanted] of after.entries()) {
        expectClose(await run(slot === 0 ? "first" : "second"), wanted);
      }
      const symbols = optimizer.slots.map(({ symbol }) => symbol);
      const changed = evaluatorOf(change, ["g", ...symbols, "tenth", "thousandth"]);
      const { tenth, thousandth } = filled;
      expectClose(
        await run(wgslOf(change, names)),
        grown(grid, (gradient, at) =>
          changed([gradient, ...after.map((slot) => slot[at]!), tenth, thousandth]),
        ),
        1e-5,
      );
    }
  },
);

test.each(namesOf<RegularizationName>(regularizations))(
  "%s regularization is the same in both languages",
  async (name) => {
    const penalty = regularizationCurve(name).slope;
    const slope = evaluatorOf(penalty, ["w"]);
    const found = await evaluateWgsl(
      device,
      compute(`return ${wgslOf(penalty, { w: "a" })};`),
      [grid, zeros, zeros],
    );
    expectClose(
      found,
      grown(grid, (weight) => slope([weight])),
    );
  },
);

test("the hash has the same bits in both languages", async () => {
  const numbers = grown(grid, (_, at) => at);
  const code = `${randomWgsl}${compute("return f32(hash32(u32(a) * 2654435761u) >> 8u);")}`;
  const found = await evaluateWgsl(device, code, [numbers, zeros, zeros]);
  const wanted = grown(numbers, (at) => hash32(Math.imul(at, 2654435761)) >>> 8);
  expect(found).toEqual(wanted);
});

test("a shuffled order is the same in both languages", async () => {
  for (const count of [1, 2, 3, 16, 17, 250, 1000]) {
    const places = Float32Array.from({ length: count }, (_, at) => at);
    const rest = new Float32Array(count);
    const code = `${randomWgsl}${compute(`return f32(shuffled(i32(a), ${count}, 99u));`)}`;
    const found = await evaluateWgsl(device, code, [places, rest, rest]);
    expect([...found]).toEqual([...places].map((at) => shuffled(at, count, 99)));
    expect(new Set(found).size).toBe(count);
  }
});
