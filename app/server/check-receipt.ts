// The server's check of a receipt: the same check that the browser runs.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { ReceiptOutcome } from "@/content/class/messages";
import { judgedAnswer } from "@/content/quiz/question";
import { provide } from "@/labs/data/data-file";
import { missingFile } from "@/labs/data/sample";
import { checking } from "@/labs/receipt/check";
import { openReceipt } from "@/labs/receipt/packed";
import { courseQuestions } from "./question-bank";
import type { Unchecked } from "./store/class-store";

/** How long a training is replayed before the check ends without it, in milliseconds. */
const longestReplay = 10_000;

async function provideFile(file: string) {
  const bytes = await readFile(path.join(process.cwd(), "public/data", file));
  const plain = file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  provide(file, plain.toString("utf8"));
}

const contradicted = (says: string): ReceiptOutcome => ({
  verdict: "contradicted",
  says,
  testLoss: null,
  accuracy: null,
  pass: null,
  device: null,
});

/**
 * Checks a receipt for the assignment and the learner it was handed in for. Rejects only
 * where the site's own files are missing.
 */
export async function checkReceipt(
  { packed, link, name }: Omit<Unchecked, "id">,
  longest = longestReplay,
): Promise<ReceiptOutcome> {
  const opened = await openReceipt(packed);
  if ("problem" in opened) return contradicted(opened.problem);
  const { receipt, run } = opened;
  if (receipt.link !== link) {
    return contradicted("It is the receipt of another assignment.");
  }
  if (receipt.name !== name) {
    const says = `It bears the name “${receipt.name}”, and “${name}” handed it in.`;
    return contradicted(says);
  }
  const file = missingFile(run);
  if (file) await provideFile(file);
  const questions = await courseQuestions();
  const end = performance.now() + longest;
  const steps = checking(opened, (id, text) => judgedAnswer(questions, id, text));
  let step = steps.next();
  while (!step.done) step = steps.next(performance.now() < end);
  const { verdict, decided, testLoss, accuracy } = step.value;
  return {
    verdict,
    says: decided,
    testLoss: Number.isFinite(testLoss) ? testLoss : null,
    accuracy,
    pass: run.passes,
    device: receipt.device.kind,
  };
}
