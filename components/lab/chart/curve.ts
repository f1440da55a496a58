// The loss curve as a chart, a table and a sentence need it.
import { lossText } from "@/labs/claim";
import type { Pass } from "@/labs/pass";

/** At most about `most` passes, evenly spread, with the first and the last. */
export function thinned(passes: readonly Pass[], most: number): readonly Pass[] {
  if (passes.length <= most) return passes;
  const stride = Math.ceil(passes.length / most);
  const count = Math.ceil(passes.length / stride);
  const kept = Array.from({ length: count }, (_, index) => passes[index * stride]!);
  const last = passes.at(-1);
  return last && kept.at(-1) !== last ? [...kept, last] : kept;
}

/** The curve in one sentence. */
export function inWords(passes: readonly Pass[]): string {
  const [first, last] = [passes[0], passes.at(-1)];
  if (!first || !last || last.pass === 0) {
    return `Before training, the train loss is ${lossText(first?.trainLoss ?? 0)} and the test loss ${lossText(first?.testLoss ?? 0)}.`;
  }
  const went = last.trainLoss < first.trainLoss ? "fell" : "rose";
  return `In ${last.pass} ${last.pass === 1 ? "pass" : "passes"} the train loss ${went} from ${lossText(first.trainLoss)} to ${lossText(last.trainLoss)}; the test loss is ${lossText(last.testLoss)}.`;
}
