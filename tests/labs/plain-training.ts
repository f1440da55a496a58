// The oracle: the same training with nothing but loops, in double precision. It shares the
// formulas and the data with the engine, and no line of the training.
import { activations } from "@/labs/activation";
import { inputsOf } from "@/labs/input";
import { type Loss, losses } from "@/labs/loss";
import { initialWeights, networkOf } from "@/labs/network";
import type { Pass } from "@/labs/pass";
import { shuffled, streamKey, streams } from "@/labs/random";
import type { Run } from "@/labs/run";
import { startOf } from "@/labs/start";

export function trainPlainly(run: Run): { passes: Pass[]; weights: Float64Array } {
  const { layers, size } = networkOf(run);
  const loss: Loss = losses[run.loss];
  const { points } = startOf(run);
  const weights = Float64Array.from(initialWeights({ layers, size }, run.seed));
  const widths = [run.inputs.length, ...layers.map((layer) => layer.outputs)];
  const outputs = widths.map((width) => new Float64Array(width));
  const sums = widths.map((width) => new Float64Array(width));
  const deltas = widths.map((width) => new Float64Array(width));
  const gradient = new Float64Array(size);

  function score(row: Float32Array, at: number): number {
    outputs[0]!.set(row.subarray(at * widths[0]!, (at + 1) * widths[0]!));
    layers.forEach((layer, l) => {
      for (let o = 0; o < layer.outputs; o += 1) {
        let sum = weights[layer.biasesAt + o]!;
        for (let i = 0; i < layer.inputs; i += 1) {
          sum += outputs[l]![i]! * weights[layer.weightsAt + i * layer.outputs + o]!;
        }
        sums[l + 1]![o] = sum;
        outputs[l + 1]![o] = activations[layer.activation].value(sum);
      }
    });
    return outputs.at(-1)![0]!;
  }

  function backward(slope: number) {
    deltas.at(-1)![0] = slope;
    for (let l = layers.length - 1; l >= 0; l -= 1) {
      const layer = layers[l]!;
      const below = deltas[l]!.fill(0);
      for (let o = 0; o < layer.outputs; o += 1) {
        const delta =
          deltas[l + 1]![o]! * activations[layer.activation].slope(sums[l + 1]![o]!);
        gradient[layer.biasesAt + o]! += delta;
        for (let i = 0; i < layer.inputs; i += 1) {
          const at = layer.weightsAt + i * layer.outputs + o;
          gradient[at]! += delta * outputs[l]![i]!;
          below[i]! += delta * weights[at]!;
        }
      }
    }
  }

  const trainRows = inputsOf(points.train, run.inputs);
  const testRows = inputsOf(points.test, run.inputs);
  const count = points.train.length;
  const batch = Math.min(run.batch, count);
  const mean = (rows: Float32Array, targets: readonly { target: number }[]) =>
    targets.reduce(
      (sum, { target }, at) => sum + loss.value(score(rows, at), target),
      0,
    ) / targets.length;

  const passes: Pass[] = [];
  for (let pass = 1; pass <= run.passes; pass += 1) {
    const key = streamKey(run.seed, streams.order, pass);
    for (let start = 0; start < count; start += batch) {
      const end = Math.min(start + batch, count);
      gradient.fill(0);
      for (let at = start; at < end; at += 1) {
        const example = shuffled(at, count, key);
        const { target } = points.train[example]!;
        backward(loss.slope(score(trainRows, example), target));
      }
      for (let at = 0; at < size; at += 1) {
        weights[at]! -= (run.rate * gradient[at]!) / (end - start);
      }
    }
    const trainLoss = mean(trainRows, points.train);
    const testLoss = mean(testRows, points.test);
    passes.push({ pass, trainLoss, testLoss });
  }
  return { passes, weights };
}
