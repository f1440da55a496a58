// What the fragment of /receipt#… stands for.

export type ClassReceipt = { classId: string; receiptId: string };

export type ReceiptAddress =
  | { kind: "none" }
  | { kind: "packed"; packed: string }
  | ({ kind: "class" } & ClassReceipt)
  /** It begins as a class's receipt does, and names none. */
  | { kind: "odd" };

const ofClass = /^class=([A-Za-z0-9_-]{16,40})\/([A-Za-z0-9_-]{16,40})$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads a fragment, with its "#" or without; white space from a mail is left out. */
export function receiptAddress(fragment: string): ReceiptAddress {
  const text = decoded(fragment.replace(/^#/, "")).replace(/\s+/gu, "");
  if (text === "") return { kind: "none" };
  if (!text.startsWith("class=")) return { kind: "packed", packed: text };
  const [, classId, receiptId] = ofClass.exec(text) ?? [];
  return classId && receiptId ? { kind: "class", classId, receiptId } : { kind: "odd" };
}
