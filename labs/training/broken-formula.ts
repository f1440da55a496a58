// Why a run with readers' own formulas came to an end: the place at which one has no value.

import type { Curve } from "../formula/curve";
import { evaluatorOf } from "../formula/evaluate";
import { isOwn, writtenName } from "../formula/own-formula";
import { isHeld } from "../formula/rough-places";
import { activationCurve, lossCurve } from "../network/curves";
import { targetOf } from "../network/loss";
import { brokenText, write } from "../network/own-remarks";
import { planOf } from "../run/plan";
import { hasOwn, type Run } from "../run/run";
import { forward, matrixOf, stagesOf } from "./forward";

/** The first of `count` places at which a formula or its slope is no number, in words. */
function firstBroken(
  { value, slope }: Pick<Curve, "value" | "slope">,
  names: readonly string[],
  count: number,
  valuesAt: (k: number) => readonly number[],
): { at: number; says: string } | null {
  for (const [formula, what] of [
    [value, "it is"],
    [slope, "its slope is"],
  ] as const) {
    const of = evaluatorOf(formula, names);
    for (let at = 0; at < count; at += 1) {
      const values = valuesAt(at);
      // A number that came broken is not this formula's doing.
      if (isHeld(of(values)) || !values.every(isHeld)) continue;
      const named = names.map((name, n) => [name, values[n]!] as const);
      const broken = brokenText(formula, Object.fromEntries(named));
      const where = named.map(([name, amount]) => `${name} = ${write(amount)}`);
      return { at, says: `at ${where.join(" and ")} ${what} ${broken}` };
    }
  }
  return null;
}

/**
 * Where an own formula of a run has no value or no slope for one of its examples, with these
 * weights: "layer 1, neuron 2: log(z) breaks, as at z = −1 it is …"; null where none does.
 * Throws where the run's file is missing.
 */
export function brokenFormula(run: Run, weights: Float32Array): string | null {
  if (!hasOwn(run)) return null;
  const { plan, examples } = planOf(run);
  const { network, loss } = plan;
  const rows = plan.train + plan.held;
  const stages = stagesOf(network, Float64Array.from(weights), rows);
  const { inputs } = network.layers[0]!;
  forward(stages, matrixOf(Float64Array.from(examples.features), inputs), rows);
  for (const [index, { layer, sums }] of stages.entries()) {
    const { activation, outputs } = layer;
    if (!isOwn(activation)) continue;
    const curve = activationCurve(activation);
    const found = firstBroken(curve, ["z"], rows * outputs, (k) => [sums.data[k]!]);
    if (!found) continue;
    const neuron = `layer ${index + 1}, neuron ${1 + (found.at % outputs)}`;
    return `${neuron}: ${writtenName(activation)} breaks, as ${found.says}`;
  }
  if (!isOwn(loss)) return null;
  const { outputs } = network.layers.at(-1)!;
  const scores = stages.at(-1)!.values.data;
  const found = firstBroken(lossCurve(loss), ["s", "t"], rows * outputs, (k) => [
    scores[k]!,
    targetOf(examples.targets[Math.floor(k / outputs)]!, k % outputs, outputs),
  ]);
  return found && `the loss ${writtenName(loss)} breaks, as ${found.says}`;
}
