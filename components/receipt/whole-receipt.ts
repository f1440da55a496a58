import { bytesOf, inflated } from "@/labs/receipt/bytes";
import { mostBytes } from "@/labs/receipt/packed";

/** Whether a text is a packed receipt from its first character to its last. */
export async function isWholeReceipt(text: string): Promise<boolean> {
  const small = bytesOf(text);
  return small !== null && (await inflated(small, mostBytes)) !== null;
}
