// The compiled kernel with readers' own formulas in place of records.
import { expect, test } from "vitest";
import { isOwn } from "@/labs/formula/own-formula";
import { formulaText } from "@/labs/formula/print";
import { compileTraining, type MachineKind } from "@/labs/kernel/kernel";
import { type ActivationName, activations } from "@/labs/network/activation";
import { lossCurve } from "@/labs/network/curves";
import { losses } from "@/labs/network/loss";
import { times } from "../../soak";
import { randomFormula } from "../formula/random-formula";
import { everyKind, randomPlan, withNames } from "../random-plan";

type Made = ReturnType<typeof randomPlan>;

/** The bits of state and curve after some passes. */
function bits({ plan, examples, state }: Made, kind: MachineKind) {
  const own = state.slice();
  const curve = new Float32Array(20);
  compileTraining(plan, examples, kind).train(own, 1, 10, curve);
  return [new Uint32Array(own.buffer), new Uint32Array(curve.buffer)];
}

test("the text of a record trains to the record's own bits", () => {
  let compared = 0;
  for (let seed = 0; seed < times(40, 400); seed += 1) {
    const made = randomPlan(seed, everyKind);
    const { loss } = made.plan;
    if (isOwn(loss) || lossCurve(loss).needsRowLog) continue;
    const own = withNames(
      made,
      (name) => (isOwn(name) ? name : `=${activations[name].formula}`),
      `=${losses[loss].formula}`,
    );
    expect(bits(own, "wasm"), `plan ${seed}`).toEqual(bits(made, "wasm"));
    compared += 1;
  }
  expect(compared).toBeGreaterThan(20);
});

test("own formulas have the same bits with and without WebAssembly", () => {
  for (let seed = 0; seed < times(60, 2000); seed += 1) {
    const made = withNames(
      randomPlan(seed, everyKind),
      (_, at): ActivationName => `=${formulaText(randomFormula(6 * seed + at))}`,
      seed % 2 === 0 ? "=abs(s - t)^1.5" : "=min(4, (s - t)^2) / (1 + exp(-t * s))",
    );
    expect(bits(made, "wasm"), `plan ${seed}`).toEqual(bits(made, "plain"));
  }
});

test.each([
  "max(z, z / z)",
  "min(z / z, z)",
  "max(sqrt(z), log(z))",
  "min(0, sqrt(z))",
  "max(sqrt(z), 0)",
  "max(0, -0 * z)",
])("what is no number goes the same way through %s everywhere", (text) => {
  for (let seed = 0; seed < 6; seed += 1) {
    const made = withNames(randomPlan(seed, everyKind), () => `=${text}`, "=(s - t)^2");
    expect(bits(made, "wasm")).toEqual(bits(made, "plain"));
  }
});
