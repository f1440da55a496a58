// Every formula in TypeScript and in WGSL, over a grid of inputs.

import { afterAll, expect, test } from "vitest";
import { elementaryWgsl } from "@/labs/arithmetic/elementary";
import { hash32, randomWgsl, shuffled } from "@/labs/arithmetic/random";
import { wgslOf } from "@/labs/formula/in-wgsl";
import {
  type Activation,
  type ActivationName,
  activations,
} from "@/labs/network/activation";
import {
  activationCurve,
  lossCurve,
  optimizerFormulas,
  regularizationCurve,
} from "@/labs/network/curves";
import { type Loss, type LossName, losses, rowLogOf } from "@/labs/network/loss";
import {
  type BiasCorrection,
  correctBias,
  filledWgsl,
  type Optimizer,
  type OptimizerName,
  optimizers,
} from "@/labs/network/optimizer";
import {
  type Regularization,
  type RegularizationName,
  regularizations,
} from "@/labs/network/regularization";
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

function activate({ fill, fillSlopes }: Activation, sums: ArrayLike<number>) {
  const from = Float64Array.from(sums);
  const values = new Float64Array(from.length);
  const slopes = new Float64Array(from.length);
  fill(values, from, from.length);
  fillSlopes(slopes, from, values, from.length);
  return { values: Float32Array.from(values), slopes: Float32Array.from(slopes) };
}

test.each(Object.entries<Activation>(activations))(
  "%s and its slope are the same in both languages",
  async (name, activation) => {
    const { value, brief } = activationCurve(name as ActivationName);
    const wanted = activate(activation, grid);
    const values = await evaluateWgsl(
      device,
      elementaryWgsl + compute(`return ${wgslOf(value, { z: "a" })};`),
      [grid, zeros, zeros],
    );
    expectClose(values, wanted.values);
    const slopes = await evaluateWgsl(
      device,
      elementaryWgsl + compute(`return ${wgslOf(brief, { z: "a", a: "b" })};`),
      [grid, wanted.values, zeros],
    );
    expectClose(slopes, wanted.slopes);
  },
);

test.each(Object.entries<Loss>(losses))(
  "the %s loss and its slope are the same in both languages",
  async (name, loss) => {
    for (const target of [-1, 0.3, 1]) {
      const targets = grown(grid, () => target);
      const rowLogs = grown(grid, (score) => rowLogOf(Float64Array.of(score, 1.5), 0, 2));
      for (const side of ["value", "slope"] as const) {
        const wanted = grown(grid, (score, at) =>
          loss[side](score, target, rowLogs[at]!),
        );
        const found = await evaluateWgsl(
          device,
          elementaryWgsl +
            compute(
              `return ${wgslOf(lossCurve(name as LossName)[side], { s: "a", t: "b", r: "c" })};`,
            ),
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
      const first = grown(grid, (gradient, at) => optimizer.first(gradient, firsts[at]!));
      const second = grown(grid, (gradient, at) =>
        optimizer.second(gradient, seconds[at]!),
      );
      expectClose(await run("first"), first);
      expectClose(await run("second"), second);
      expectClose(
        await run(wgslOf(change, names)),
        grown(grid, (gradient, at) =>
          optimizer.change(gradient, first[at]!, second[at]!, filled),
        ),
        1e-5,
      );
    }
  },
);

test.each(Object.entries<Regularization>(regularizations))(
  "%s regularization is the same in both languages",
  async (name, { slope }) => {
    const penalty = regularizationCurve(name as RegularizationName).slope;
    const found = await evaluateWgsl(
      device,
      compute(`return ${wgslOf(penalty, { w: "a" })};`),
      [grid, zeros, zeros],
    );
    expectClose(found, grown(grid, slope));
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
