// The server's check of a receipt: the same check that the browser runs.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { ReceiptOutcome } from "@/content/class/messages";
import { judgedAnswer } from "@/content/quiz/question";
import { readLink } from "@/labs/assignment/assignment-link";
import { provide } from "@/labs/data/data-file";
import { missingFile } from "@/labs/data/sample";
import { checking } from "@/labs/receipt/check";
import { openReceipt } from "@/labs/receipt/packed";
import { replayWork } from "@/labs/receipt/replay";
import { courseQuestions } from "./question-bank";
import type { ReceiptToCheck } from "./store/stored-rows";

/** How long a training is replayed before the check ends without it, in milliseconds. */
const longestReplay = 10_000;

async function provideFile(file: string) {
  const bytes = await readFile(path.join(process.cwd(), "public/data", file));
  const plain = file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  provide(file, plain.toString("utf8"));
}

const judged = (verdict: ReceiptOutcome["verdict"], says: string): ReceiptOutcome => ({
  verdict,
  says,
  testLoss: null,
  accuracy: null,
  pass: null,
  device: null,
});

/** The most that is kept of what a learner changed, in characters. */
const longestChanged = 1000;

/** How much a replay may compute, as `replayWork` counts: some seconds' worth. */
export const mostWork = 2e10;

/** How much the replay of a packed receipt computes; 0 for what is none. */
export async function workOf(packed: string): Promise<number> {
  const opened = await openReceipt(packed);
  return "problem" in opened ? 0 : replayWork(opened.receipt, opened.run);
}

const unreadable = "This version of the site cannot read the assignment’s link.";

const tooDear = (passes: number) =>
  `Its ${passes} passes would take this server too long to train again: check it on the page “Check a receipt”.`;

/**
 * Begins the check of a receipt for the assignment and the learner it was handed in for;
 * the function that it gives goes on for some milliseconds, until it has an outcome.
 * Rejects only where the site's own files are missing.
 */
export async function beginCheck(
  { packed, link, learner }: ReceiptToCheck,
  longest = longestReplay,
): Promise<(slice: number) => ReceiptOutcome | null> {
  const opened = await openReceipt(packed);
  if ("problem" in opened) return () => judged("contradicted", opened.problem);
  const { receipt, run } = opened;
  const assignment = readLink(link)?.assignment;
  // A receipt is not judged by the goals that it names itself.
  if (!assignment) return () => judged("unconfirmed", unreadable);
  const file = missingFile(run);
  if (file) await provideFile(file);
  const questions = await courseQuestions();
  const judge = (id: string, text: string) => judgedAnswer(questions, id, text);
  const steps = checking(opened, judge, { assignment, learner });
  const isDear = replayWork(receipt, run) > mostWork;
  let took = 0;

  return (slice) => {
    const start = performance.now();
    for (;;) {
      const now = performance.now() - start;
      const step = steps.next(!isDear && took + now < longest);
      if (step.done) {
        const { verdict, decided, testLoss, accuracy, changed, met, likeness } =
          step.value;
        return {
          verdict,
          says: isDear && verdict === "unconfirmed" ? tooDear(run.passes) : decided,
          testLoss: Number.isFinite(testLoss) ? testLoss : null,
          accuracy,
          pass: run.passes,
          device: receipt.device.kind,
          changed: changed.slice(0, longestChanged),
          met: [...met],
          ...likeness,
        };
      }
      if (!isDear && now >= slice) {
        took += now;
        return null;
      }
    }
  };
}
