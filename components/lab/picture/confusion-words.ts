// A confusion matrix in sentences.
import { type Confusion, mistakesOf, tallyOf } from "@/labs/confusion";
import type { ClassAnswers } from "../training/class-answers";

const times = (count: number) =>
  count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;

/** The share that is right, the most frequent mistake, and the hardest class. */
export function confusionInWords(answers: ClassAnswers, confusion: Confusion): string {
  const { names, truths, accuracy } = answers;
  const all = truths.length;
  const right = Math.round(accuracy * all);
  const share = `${right} of ${all} test examples are named right: ${(100 * accuracy).toFixed(1)} %.`;
  const [worst] = mistakesOf(confusion);
  if (!worst) return share;
  const most = `Most often, ${names[worst.truth]} was taken for ${names[worst.named]}: ${times(worst.count)}.`;
  const [hardest] = names
    .map((name, truth) => ({ name, ...tallyOf(confusion, truth) }))
    .filter((tally) => tally.all > 0)
    .sort((one, other) => one.right / one.all - other.right / other.all);
  if (!hardest) return `${share} ${most}`;
  return `${share} ${most} The hardest is ${hardest.name}, with ${hardest.right} of ${hardest.all} right.`;
}
