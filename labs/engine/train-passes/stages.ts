import { wgslOf } from "@/labs/formula/in-wgsl";
import {
  activationCurve,
  lossCurve,
  optimizerFormulas,
  regularizationCurve,
} from "@/labs/network/curves";
import { depthOf, type Layer } from "@/labs/network/network";
import { type Optimizer, optimizers } from "@/labs/network/optimizer";
import { hiddenBefore } from "@/labs/network/regularization";
import { meanInput, meanOutput, meanShare, sightOf } from "./sight";
import { loop, shareOut, sumRows, type Writer } from "./writer";

// The way through the layers as WGSL. A stage may read what other lanes wrote before the
// last barrier, and ends with a barrier.

/** Up to so many inputs are fetched by the lane that finds the example's place. */
const fewInputs = 8;

/** Fetches the examples at `rows` positions of a pass's order, from `at` on. */
export function fetchRows(writer: Writer): string {
  const { plan, value, barrier } = writer;
  const { inputs } = plan.network.layers[0]!;
  const find = "places[k] = shuffled(at + k, uniforms.train, order_key);";
  const source = (place: string, i: string) => `features[${place} * ${inputs} + ${i}]`;
  const few = loop(
    "i",
    inputs,
    `${value(-1, `k * ${inputs} + i`)} = ${source("places[k]", "i")};`,
  );
  const many = /* wgsl */ `
  ${barrier}
  ${shareOut(
    writer,
    `rows * ${inputs}`,
    `${value(-1, "k")} = ${source(`places[k / ${inputs}]`, `k % ${inputs}`)};`,
  )}`;
  return /* wgsl */ `
fn fetch_rows(at : i32, rows : i32, order_key : u32) {
  ${shareOut(writer, "rows", `${find}\n${inputs <= fewInputs ? few : ""}`)}
  ${inputs <= fewInputs ? "" : many}
  ${barrier}
}`;
}

/** The variables of the shader that a loss's names stand for. */
const lossNames = { s: "score", t: "goal", r: "row_log" };

/** `let goal`: what output `column` of example `place` should be. */
const goalOf = (outputs: number, place: string) =>
  outputs === 1
    ? `let goal = targets[${place}];`
    : `let goal = select(-1.0, 1.0, i32(targets[${place}]) == column);`;

/** `let row_log`: ln Σ e^score of row `row`, where the loss needs it. */
function rowLog({ plan, value }: Writer): string {
  if (!lossCurve(plan.loss).needsRowLog) return "let row_log = 0.0;";
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

/**
 * Computes one layer, neuron by neuron. Keeps the values and, in training, what drops out
 * and the slopes as deltas; or does what `instead` says with each `value`.
 */
function eachNeuron(
  writer: Writer,
  index: number,
  training: boolean,
  instead?: string,
): string {
  const { plan, value, delta, barrier } = writer;
  const { network, drop } = plan;
  const layer = network.layers[index]!;
  const { inputs, outputs } = layer;
  const curve = activationCurve(layer.activation);
  const names = { z: "sum", a: "value" };
  const isFirst = index === 0 && !training;
  const drops = training && drop > 0 && index < network.layers.length - 1;
  const neuron = `places[row] * ${hiddenBefore(network)} + ${hiddenBefore(network, index)} + column`;
  const keep = /* wgsl */ `
      let kept = ${drops ? `kept_share(drop_key, ${neuron})` : "1.0"};
      ${value(index, "k")} = kept * value;
      ${training ? `${delta(index, "k")} = kept * (${wgslOf(curve.brief, names)});` : ""}`;
  const from = (row: string, input: string) =>
    isFirst
      ? `features[(at + ${row}) * ${inputs} + ${input}]`
      : value(index - 1, `${row} * ${inputs} + ${input}`);
  const sums = sumRows(writer, outputs, depthOf(layer), {
    ...termsOf(writer, layer, from),
    end: `let value = ${wgslOf(curve.value, names)};\n${instead ?? keep}`,
  });
  return `${sums}\n${barrier}`;
}

/** The terms of a layer's sums; `from` gives what a row has of an input. */
function termsOf(
  { weight }: Writer,
  layer: Layer,
  from: (row: string, input: string) => string,
) {
  if (layer.kind === "mean") {
    return {
      begin: "0.0",
      load: () => meanShare(layer),
      term: (row: string, i: string) => from(row, meanInput(layer, "column", i)),
    };
  }
  const { columns, columnOf, placeOf, input } = sightOf(layer);
  const { weightsAt, biasesAt } = layer;
  const column = columnOf("column");
  return {
    begin: weight(`${biasesAt} + ${column}`),
    load: (i: string) => weight(`${weightsAt} + (${i}) * ${columns} + ${column}`),
    term: (row: string, i: string) => from(row, input(placeOf("column"), i)),
  };
}

/** All layers for `rows` rows, and `judge` on each `score` with its `goal`. */
function allLayers(writer: Writer, training: boolean, place: string, judge: string) {
  const { plan, value, barrier } = writer;
  const last = plan.network.layers.length - 1;
  const { outputs } = plan.network.layers[last]!;
  const hidden = plan.network.layers
    .slice(0, last)
    .map((_, index) => eachNeuron(writer, index, training))
    .join("\n");
  const judged = (score: string) => /* wgsl */ `
    let score = ${score};
    ${goalOf(outputs, place)}
    ${rowLog(writer)}
    ${judge}`;
  // A loss that needs its whole row waits until all scores are there.
  if (!lossCurve(plan.loss).needsRowLog) {
    return `${hidden}\n${eachNeuron(writer, last, training, judged("value"))}`;
  }
  const body = /* wgsl */ `
    let row = k / ${outputs};
    let column = k % ${outputs};
    ${judged(value(last, "k"))}`;
  const scores = eachNeuron(writer, last, training);
  return `${hidden}\n${scores}\n${shareOut(writer, `rows * ${outputs}`, body)}\n${barrier}`;
}

/** From the examples fetched to the deltas of the last layer, whose slope is 1. */
export function forward(writer: Writer): string {
  const { plan, delta } = writer;
  const last = plan.network.layers.length - 1;
  const slope = wgslOf(lossCurve(plan.loss).slope, lossNames);
  const judge = `${delta(last, "k")} = batch_share * (${slope});`;
  return /* wgsl */ `
fn forward(rows : i32, batch_share : f32, drop_key : u32) {
  ${allLayers(writer, true, "places[row]", judge)}
}`;
}

/** Each lane's part of the loss of `count` examples from `start` on, summed. */
export function lossSum(writer: Writer): string {
  const { plan, memory } = writer;
  const value = wgslOf(lossCurve(plan.loss).value, lossNames);
  return /* wgsl */ `
fn loss_sum(start : i32, count : i32) -> f32 {
  var sum_of_losses = 0.0;
  for (var at = start; at < start + count; at += ${memory.rows}) {
    let rows = min(${memory.rows}, start + count - at);
    ${allLayers(writer, false, "at + row", `sum_of_losses += ${value};`)}
  }
  return sum_of_losses;
}`;
}

// The way back through the layers, and the step, as WGSL.

/** The deltas of all layers but the last, from the last to the first. */
export function backward(writer: Writer): string {
  const { plan, weight, delta, barrier } = writer;
  const stages = plan.network.layers.map((layer, index) => {
    if (index === 0) return "";
    const { inputs, outputs, weightsAt } = layer;
    if (layer.kind === "mean") {
      const output = `k / ${inputs} * ${outputs} + ${meanOutput(layer, `(k % ${inputs})`)}`;
      const change = `${meanShare(layer)} * ${delta(index, output)}`;
      const body = `${delta(index - 1, "k")} *= ${change};`;
      return `${shareOut(writer, `rows * ${inputs}`, body)}\n${barrier}`;
    }
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
    if (layer.kind === "mean") return "";
    const { inputs, outputs, weightsAt, biasesAt } = layer;
    const { places, columns, input } = sightOf(layer);
    /** A sum over rows and over places, which share their weights. */
    const sumOf = (term: (place: string) => string) =>
      loop(
        "row",
        "rows",
        places === 1
          ? `sum += ${term("0")};`
          : loop("place", places, `sum += ${term("place")};`),
      );
    const deltaOf = (place: string, column: string) =>
      delta(
        index,
        places === 1
          ? `row * ${outputs} + ${column}`
          : `row * ${outputs} + ${place} * ${columns} + ${column}`,
      );
    const take = (at: string, decay: string) => {
      if (!gradient) return `renew(${at}, sum, ${decay}, filled);`;
      return `sum += select(${gradient(at)}, 0.0, is_first);
      ${gradient(at)} = sum;
      if (is_last) { renew(${at}, sum, ${decay}, filled); }`;
    };
    const weights = /* wgsl */ `
    let i = k / ${columns};
    let o = k % ${columns};
    var sum = 0.0;
    ${sumOf((place) => `${value(index - 1, `row * ${inputs} + ${input(place, "i")}`)} * ${deltaOf(place, "o")}`)}
    ${take(`${weightsAt} + k`, "uniforms.decay")}`;
    const biases = /* wgsl */ `
    var sum = 0.0;
    ${sumOf((place) => deltaOf(place, "k"))}
    ${take(`${biasesAt} + k`, "0.0")}`;
    return `${shareOut(writer, depthOf(layer) * columns, weights)}\n${shareOut(writer, columns, biases)}`;
  });
  return /* wgsl */ `
fn take_step(rows : i32, is_first : bool, is_last : bool, filled : Filled) {
  ${layers.join("\n")}
  ${barrier}
}`;
}

/** One weight and its slots, renewed by the lane that owns them. */
export function renew({ plan, weight, slot }: Writer): string {
  const { slots }: Optimizer = optimizers[plan.optimizer];
  const { size } = plan.network;
  const formulas = optimizerFormulas(plan.optimizer);
  const names: Record<string, string> = {
    g: "gradient",
    tenth: "filled.tenth",
    thousandth: "filled.thousandth",
  };
  slots.forEach(({ symbol }, k) => {
    names[symbol] = `slot_${k}`;
  });
  const updates = formulas.slots.map((update, k) => {
    const kept = slot(k === 0 ? "at" : `${k * size} + at`);
    return `var slot_${k} = ${kept};
  slot_${k} = ${wgslOf(update, names)};
  ${kept} = slot_${k};`;
  });
  const penalty = regularizationCurve(plan.regularization).slope;
  return /* wgsl */ `
fn renew(at : i32, mean_gradient : f32, decay : f32, filled : Filled) {
  let weight = ${weight("at")};
  let gradient = mean_gradient + decay * (${wgslOf(penalty, { w: "weight" })});
  ${updates.join("\n  ")}
  ${weight("at")} = weight - uniforms.rate * (${wgslOf(formulas.change, names)});
}`;
}
