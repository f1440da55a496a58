// Rows of the class store as messages tell them.
import { type ClassHead, outcomeShape, type ReceiptHead } from "@/content/class/messages";
import { shownCode } from "./secrets";
import type { StoredClass, StoredReceipt } from "./store/stored-rows";

/** A class as a message to its teacher has it. */
export const classHeadOf = ({
  id,
  name,
  code,
  created,
  expires,
  door,
  approval,
  measured,
}: StoredClass): ClassHead => ({
  ...{ id, name, created, expires, door, approval, measured },
  code: shownCode(code),
});

/** A receipt whose outcome another version of the site wrote counts as unchecked. */
function receiptHeadOf(receipt: StoredReceipt): ReceiptHead {
  const { id, assignment, learner, received, outcome } = receipt;
  const read = outcome === null ? null : outcomeShape.safeParse(JSON.parse(outcome)).data;
  return { id, assignment, learner, received, outcome: read ?? null };
}

/** Receipts without their texts, in the order given. */
export const receiptHeadsOf = (receipts: readonly StoredReceipt[]) =>
  receipts.map(receiptHeadOf);
