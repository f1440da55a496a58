// What is told of the rows of the class store.
import { type ClassHead, outcomeShape, type ReceiptHead } from "@/content/class/messages";
import { shownCode } from "./secrets";
import type { StoredClass, ReceiptHead as StoredReceipt } from "./store/class-store";

export const toldClass = ({
  id,
  name,
  code,
  created,
  expires,
}: StoredClass): ClassHead => ({ id, name, code: shownCode(code), created, expires });

/** A receipt whose outcome another version of the site wrote counts as unchecked. */
function toldReceipt(receipt: StoredReceipt): ReceiptHead {
  const { id, assignment, learner, received, outcome } = receipt;
  const read = outcome === null ? null : outcomeShape.safeParse(JSON.parse(outcome)).data;
  return { id, assignment, learner, received, outcome: read ?? null };
}

export const toldReceipts = (receipts: readonly StoredReceipt[]) =>
  receipts.map(toldReceipt);
