// The loss curve in words.
import { lossText } from "@/labs/claim";
import { counted } from "@/labs/number-text";
import type { Pass } from "@/labs/pass";

/** The curve in one sentence. */
export function inWords(passes: readonly Pass[]): string {
  const [first, last] = [passes[0], passes.at(-1)];
  if (!first || !last || last.pass === 0) {
    return `Before training, the train loss is ${lossText(first?.trainLoss ?? 0)} and the test loss ${lossText(first?.testLoss ?? 0)}.`;
  }
  const went = last.trainLoss < first.trainLoss ? "fell" : "rose";
  return `In ${counted(last.pass, "pass", "passes")} the train loss ${went} from ${lossText(first.trainLoss)} to ${lossText(last.trainLoss)}; the test loss is ${lossText(last.testLoss)}.`;
}
