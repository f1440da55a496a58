// The receipt of an open lab's run, packed.
import type { Assigned } from "@/components/lab/lab-state";
import type { Side } from "@/components/lab/side";
import type { AnswerBook } from "@/content/answer-book";
import { answerText } from "@/content/answer-text";
import { openReceipt } from "@/labs/receipt/opened";
import { pack } from "@/labs/receipt/packed";
import { receiptOf } from "@/labs/receipt/receipt";

/** The longest address of a receipt that can be sent as a link, in characters. */
export const longestAddress = 8000;

/** Where a packed receipt is opened, as a path of the site. */
export const receiptPath = (packed: string) => `/receipt#${packed}`;

/** What the file of a receipt is called: no system refuses it. */
export function receiptFile(labId: string, name: string): string {
  const plain = name.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return `${labId}-${plain || "learner"}.receipt.txt`;
}

/**
 * Packs the receipt of a side that was trained, with the answers to the questions
 * `answered`; or says in a sentence why it could not be read again.
 */
export async function madeReceipt(
  { assignment, name }: Assigned,
  { run, passes, weights, trainedBy }: Side,
  answered: ReadonlySet<string>,
  book: AnswerBook,
): Promise<{ packed: string } | { problem: string }> {
  if (!trainedBy) return { problem: "Nothing was trained yet." };
  const answers = [...answered].flatMap((question) => {
    const entry = book[question];
    return entry ? [{ question, answer: answerText(entry.latest) }] : [];
  });
  const device = { kind: trainedBy.kind, name: trainedBy.name.slice(0, 200) };
  const at = Date.now();
  const told = { assignment, name, run, passes, weights, device, answers, at };
  const packed = await pack(receiptOf(told));
  const opened = await openReceipt(packed);
  if (!("problem" in opened)) return { packed };
  return { problem: `No receipt can be made of this run. ${opened.problem}` };
}
