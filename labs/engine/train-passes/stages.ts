// The stages of training as WGSL, one function each. A stage may read what other lanes
// wrote before the last barrier, and ends with a barrier.
import { type Activation, activations } from "../../activation";
import { hiddenBefore } from "../../dropout";
import { type Loss, losses } from "../../loss";
import { type Optimizer, optimizers } from "../../optimizer";
import { regularizations } from "../../regularization";
import { loop, shareOut, type Writer } from "./writer";

/** Fetches the examples at `rows` positions of a pass's order, from `at` on. */
export function fetchRows(writer: Writer): string {
  const { plan, value, barrier } = writer;
  const { inputs } = plan.network.layers[0]!;
  return /* wgsl */ `
fn fetch_rows(at : i32, rows : i32, order_key : u32) {
  ${shareOut(writer, "rows", "places[k] = shuffled(at + k, uniforms.train, order_key);")}
  ${barrier}
  ${shareOut(
    writer,
    `rows * ${inputs}`,
    `${value(-1, "k")} = features[places[k / ${inputs}] * ${inputs} + k % ${inputs}];`,
  )}
  ${barrier}
}`;
}

/** `let goal`: what output `o` of example `place` should be. */
const goalOf = (outputs: number, place: string) =>
  outputs === 1
    ? `let goal = targets[${place}];`
    : `let goal = select(-1.0, 1.0, i32(targets[${place}]) == o);`;

/** `let row_log`: ln Σ e^score of row `row`, where the loss needs it. */
function rowLog({ plan, value }: Writer): string {
  const loss: Loss = losses[plan.loss];
  if (!loss.needsRowLog) return "let row_log = 0.0;";
  const last = plan.network.layers.length - 1;
  const { outputs } = plan.network.layers[last]!;
  const score = value(last, `row * ${outputs} + c`);
  return /* wgsl */ `
    var highest = ${value(last, `row * ${outputs}`)};
    ${loop("c", outputs, `highest = max(highest, ${score});`)}
    var total = -1.0;
    ${loop("c", outputs, `total += exp_of(${score} - highest);`)}
    let row_log = highest + log1p_of(max(total, 0.0));`;
}

/** The values of one layer; in training, with its drop-outs, and its slopes as deltas. */
function fillLayer(writer: Writer, index: number, training: boolean): string {
  const { plan, value, weight, delta, barrier } = writer;
  const { network, drop } = plan;
  const { inputs, outputs, weightsAt, biasesAt, activation } = network.layers[index]!;
  const { wgsl }: Activation = activations[activation];
  const input =
    index === 0 && !training
      ? `features[(at + row) * ${inputs} + i]`
      : value(index - 1, `row * ${inputs} + i`);
  const drops = training && drop > 0 && index < network.layers.length - 1;
  const neuron = `places[row] * ${hiddenBefore(network)} + ${hiddenBefore(network, index)} + o`;
  const body = /* wgsl */ `
    let row = k / ${outputs};
    let o = k % ${outputs};
    var sum = ${weight(`${biasesAt} + o`)};
    ${loop("i", inputs, `sum += ${input} * ${weight(`${weightsAt} + i * ${outputs} + o`)};`)}
    let value = ${wgsl.value};
    let kept = ${drops ? `kept_share(drop_key, ${neuron})` : "1.0"};
    ${value(index, "k")} = kept * value;
    ${training ? `${delta(index, "k")} = kept * (${wgsl.slope});` : ""}`;
  return `${shareOut(writer, `rows * ${outputs}`, body)}\n${barrier}`;
}

/** From the examples fetched to the deltas of the last layer. */
export function forward(writer: Writer): string {
  const { plan, value, delta, barrier } = writer;
  const last = plan.network.layers.length - 1;
  const { outputs } = plan.network.layers[last]!;
  const { wgsl }: Loss = losses[plan.loss];
  return /* wgsl */ `
fn forward(rows : i32, batch_share : f32, drop_key : u32) {
  ${plan.network.layers.map((_, index) => fillLayer(writer, index, true)).join("\n")}
  ${shareOut(
    writer,
    `rows * ${outputs}`,
    `let row = k / ${outputs};
    let o = k % ${outputs};
    let score = ${value(last, "k")};
    ${goalOf(outputs, "places[row]")}
    ${rowLog(writer)}
    ${delta(last, "k")} *= batch_share * (${wgsl.slope});`,
  )}
  ${barrier}
}`;
}

/** The deltas of all layers but the last, from the last to the first. */
export function backward(writer: Writer): string {
  const { plan, weight, delta, barrier } = writer;
  const stages = plan.network.layers.map(({ inputs, outputs, weightsAt }, index) => {
    if (index === 0) return "";
    const product = `${delta(index, `row * ${outputs} + o`)} * ${weight(`${weightsAt} + i * ${outputs} + o`)}`;
    const body = /* wgsl */ `
    let row = k / ${inputs};
    let i = k % ${inputs};
    var sum = 0.0;
    ${loop("o", outputs, `sum += ${product};`)}
    ${delta(index - 1, "k")} *= sum;`;
    return `${shareOut(writer, `rows * ${inputs}`, body)}\n${barrier}`;
  });
  return `fn backward(rows : i32) {\n${stages.reverse().join("\n")}\n}`;
}

/** The gradient of all weights, and the step, once the batch is complete. */
export function step(writer: Writer): string {
  const { plan, memory, value, delta, gradient, barrier } = writer;
  const layers = plan.network.layers.map((layer, index) => {
    const { inputs, outputs, weightsAt, biasesAt } = layer;
    const factor = value(index - 1, `row * ${inputs} + i`);
    const take = (at: string, decay: string) => {
      if (!memory.gradient) return `renew(${at}, sum, ${decay}, filled);`;
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

/** Each lane's part of the loss of `count` examples from `start` on, summed. */
export function lossSum(writer: Writer): string {
  const { plan, memory, value, barrier } = writer;
  const last = plan.network.layers.length - 1;
  const { outputs } = plan.network.layers[last]!;
  const { wgsl }: Loss = losses[plan.loss];
  return /* wgsl */ `
fn loss_sum(start : i32, count : i32) -> f32 {
  var sum_of_losses = 0.0;
  for (var at = start; at < start + count; at += ${memory.rows}) {
    let rows = min(${memory.rows}, start + count - at);
    ${plan.network.layers.map((_, index) => fillLayer(writer, index, false)).join("\n")}
    ${shareOut(
      writer,
      `rows * ${outputs}`,
      `let row = k / ${outputs};
      let o = k % ${outputs};
      let score = ${value(last, "k")};
      ${goalOf(outputs, "at + row")}
      ${rowLog(writer)}
      sum_of_losses += ${wgsl.value};`,
    )}
    ${barrier}
  }
  return sum_of_losses;
}`;
}
