import type { Assigned, LabState } from "@/components/lab/training/lab-state";
import type { Side } from "@/components/lab/training/side";
import type { AnswerBook } from "@/content/quiz/answer-book";
import { receiptOf } from "@/labs/receipt/finished";
import { openReceipt, pack } from "@/labs/receipt/packed";
import { ownSide, reached } from "./judged-goals";

/** The longest address of a receipt that can be sent as a link, in characters. */
export const longestAddress = 8000;

/** Where a packed receipt is opened, as a path of the site. */
export const receiptPath = (packed: string) => `/receipt#${packed}`;

/** The name of a receipt's file; no system refuses it. */
export function receiptFile(labId: string, name: string): string {
  const plain = name.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return `${labId}-${plain || "learner"}.receipt.txt`;
}

/**
 * Packs the receipt of a side that was trained, with the answers to the questions
 * `answered`; or says in a sentence why it could not be read again.
 */
export async function makeReceipt(
  { assignment, name, learnerId, former }: Assigned,
  { run, passes, weights, trainedBy }: Side,
  answered: ReadonlySet<string>,
  book: AnswerBook,
): Promise<{ packed: string } | { problem: string }> {
  if (!trainedBy) return { problem: "Nothing was trained yet." };
  const answers = [...answered].flatMap((question) => {
    const entry = book[question];
    return entry ? [{ question, answer: entry.latest }] : [];
  });
  const device = { kind: trainedBy.kind, name: trainedBy.name.slice(0, 200) };
  const at = Date.now();
  const learner = { name, id: learnerId, former };
  const facts = { assignment, learner, run, passes, weights, device, answers, at };
  const packed = await pack(receiptOf(facts));
  const opened = await openReceipt(packed);
  if (!("problem" in opened)) return { packed };
  return { problem: `No receipt can be made of this run. ${opened.problem}` };
}

/** Why a lab's run has no receipt now, in a sentence; null where one can be made. */
export function whyNoReceipt(state: LabState): string | null {
  const { status, run, assigned } = state;
  const side = ownSide(state);
  if (!side) {
    return "A sweep is for trying things out: end it, and train the lab’s own run for a receipt.";
  }
  if (side.ended === "diverged") {
    return "This run diverged: its weights are no longer numbers, so it gives no receipt. Change a setting and train again.";
  }
  if (status === "running") return "Pause, or let the run end, to make a receipt of it.";
  if (reached(side) === 0) return "Press Train below; then you can make your receipt.";
  if (status === "failed") {
    return "The training broke off: train again to make a receipt.";
  }
  if (assigned?.assignment.lock.includes("passes") && reached(side) < run.passes) {
    return `The number of passes is locked: train to pass ${run.passes} for a receipt.`;
  }
  return null;
}
