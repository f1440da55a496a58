import { type Loss, losses, rowLogOf, targetOf } from "../network/loss";
import type { Examples, Plan } from "../run/plan";
import { forward, matrixOf, stagesOf } from "./forward";

/** What of a plan decides how wrong a network is on an example. */
export type Judge = Pick<Plan, "network" | "loss">;

/**
 * Gives a function for the mean loss of `count` examples from example `from` on. It reads
 * `weights` anew at each call, takes `block` rows at a time and allocates nothing.
 */
export function createMeanLoss(
  plan: Judge,
  { features, targets }: Examples,
  weights: Float64Array,
  block: number,
) {
  const { network } = plan;
  const loss: Loss = losses[plan.loss];
  const { inputs } = network.layers[0]!;
  const { outputs } = network.layers.at(-1)!;
  const stages = stagesOf(network, weights, block);
  const scores = stages.at(-1)!.values.data;
  const rowsOfInputs = matrixOf(Float64Array.from(features), inputs);
  return (from: number, count: number) => {
    let sum = 0;
    for (let at = from; at < from + count; at += block) {
      const rows = Math.min(block, from + count - at);
      rowsOfInputs.at = at * inputs;
      forward(stages, rowsOfInputs, rows);
      for (let row = 0, k = 0; row < rows; row += 1) {
        const rowLog = loss.needsRowLog ? rowLogOf(scores, k, outputs) : 0;
        for (let o = 0; o < outputs; o += 1, k += 1) {
          const target = targetOf(targets[at + row]!, o, outputs);
          sum += loss.value(scores[k]!, target, rowLog);
        }
      }
    }
    return sum / count;
  };
}
