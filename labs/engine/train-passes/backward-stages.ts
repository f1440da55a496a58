// The way back through the layers, and the step, as WGSL.
import { type Optimizer, optimizers } from "@/labs/network/optimizer";
import { regularizations } from "@/labs/network/regularization";
import { loop, shareOut, sumRows, type Writer } from "./writer";

/** The deltas of all layers but the last, from the last to the first. */
export function backward(writer: Writer): string {
  const { plan, weight, delta, barrier } = writer;
  const stages = plan.network.layers.map(({ inputs, outputs, weightsAt }, index) => {
    if (index === 0) return "";
    const sums = sumRows(writer, inputs, outputs, {
      begin: "0.0",
      load: (o) => weight(`${weightsAt} + column * ${outputs} + ${o}`),
      term: (row, o) => delta(index, `${row} * ${outputs} + ${o}`),
      end: `${delta(index - 1, "k")} *= sum;`,
    });
    return `${sums}\n${barrier}`;
  });
  return `fn backward(rows : i32) {\n${stages.reverse().join("\n")}\n}`;
}

/** The gradient of all weights, and the step, once the batch is complete. */
export function step(writer: Writer): string {
  const { plan, value, delta, gradient, barrier } = writer;
  const layers = plan.network.layers.map((layer, index) => {
    const { inputs, outputs, weightsAt, biasesAt } = layer;
    const factor = value(index - 1, `row * ${inputs} + i`);
    const take = (at: string, decay: string) => {
      if (!gradient) return `renew(${at}, sum, ${decay}, filled);`;
      return `sum += select(${gradient(at)}, 0.0, is_first);
      ${gradient(at)} = sum;
      if (is_last) { renew(${at}, sum, ${decay}, filled); }`;
    };
    const weights = /* wgsl */ `
    let i = k / ${outputs};
    let o = k % ${outputs};
    var sum = 0.0;
    ${loop("row", "rows", `sum += ${factor} * ${delta(index, `row * ${outputs} + o`)};`)}
    ${take(`${weightsAt} + k`, "uniforms.decay")}`;
    const biases = /* wgsl */ `
    var sum = 0.0;
    ${loop("row", "rows", `sum += ${delta(index, `row * ${outputs} + k`)};`)}
    ${take(`${biasesAt} + k`, "0.0")}`;
    return `${shareOut(writer, inputs * outputs, weights)}\n${shareOut(writer, outputs, biases)}`;
  });
  return /* wgsl */ `
fn take_step(rows : i32, is_first : bool, is_last : bool, filled : Filled) {
  ${layers.join("\n")}
  ${barrier}
}`;
}

/** One weight and its slots, renewed by the lane that owns them. */
export function renew({ plan, weight, slot }: Writer): string {
  const { slots, wgsl }: Optimizer = optimizers[plan.optimizer];
  const { size } = plan.network;
  const take = (name: "first" | "second", index: string, held: boolean) =>
    held
      ? `var ${name} = ${slot(index)};
  ${name} = ${wgsl[name]};
  ${slot(index)} = ${name};`
      : `let ${name} = 0.0;`;
  return /* wgsl */ `
fn renew(at : i32, mean_gradient : f32, decay : f32, filled : Filled) {
  let weight = ${weight("at")};
  let gradient = mean_gradient + decay * (${regularizations[plan.regularization].wgsl});
  ${take("first", "at", slots > 0)}
  ${take("second", `${size} + at`, slots > 1)}
  ${weight("at")} = weight - uniforms.rate * (${wgsl.change});
}`;
}
