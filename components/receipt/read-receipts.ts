// Reads what the reader brings to be checked: a pasted text, or files. For a chunk of its
// own, loaded when there is something to read.
import { decoded } from "@/components/kit/text-file";
import { listText } from "@/components/kit/wording";
import { longestPacked } from "@/labs/receipt/receipt";
import { receiptsIn } from "./find-receipts";
import type { IncomingReceipt } from "./listed-receipt";
import type { ClassReceipt } from "./receipt-address";

/** The largest file that is read, in bytes. */
const largestFile = 2_000_000;

export type Intake = {
  receipts: readonly IncomingReceipt[];
  classLinks: readonly ClassReceipt[];
  /** A sentence for each thing that was left out, and why. */
  leftOut: readonly string[];
};

/** So many files are named; the others are counted. */
const mostNamed = 5;

const quoted = (name: string) =>
  `“${name.length > 60 ? `${name.slice(0, 30)}…${name.slice(-25)}` : name}”`;

const long = `longer than the ${longestPacked.toLocaleString("en")} characters that are read`;

/** Reads a pasted text. */
export async function readPasted(text: string): Promise<Intake> {
  const { packed, classLinks, tooLong } = await receiptsIn(text);
  const receipts = packed.map((one) => ({ packed: one, file: "", handedIn: null }));
  const leftOut = tooLong > 0 ? [`Left out, ${long}: ${tooLong} of the pasted.`] : [];
  if (packed.length + classLinks.length + tooLong === 0) {
    leftOut.push(
      "No receipt was found in this text. A receipt is a link with “/receipt#”, or the text of a receipt file.",
    );
  }
  return { receipts, classLinks, leftOut };
}

/** Reads files one after the other; `onRead` hears how many were. */
export async function readFiles(
  files: readonly File[],
  onRead: (count: number) => void,
): Promise<Intake> {
  const receipts: IncomingReceipt[] = [];
  const classLinks: ClassReceipt[] = [];
  const out: Record<"large" | "unread" | "empty" | "long", string[]> = {
    large: [],
    unread: [],
    empty: [],
    long: [],
  };
  for (const [at, file] of files.entries()) {
    onRead(at);
    const { name, size } = file;
    const bytes = size <= largestFile && (await file.arrayBuffer().catch(() => null));
    if (!bytes) {
      out[bytes === null ? "unread" : "large"].push(name);
      continue;
    }
    const found = await receiptsIn(decoded(bytes).text);
    receipts.push(
      ...found.packed.map((packed) => ({ packed, file: name, handedIn: null })),
    );
    classLinks.push(...found.classLinks);
    if (found.tooLong > 0) out.long.push(name);
    else if (found.packed.length + found.classLinks.length === 0) out.empty.push(name);
  }
  const sentences = [
    { files: out.empty, says: "No receipt was found in" },
    { files: out.large, says: "Left out, larger than 2 MB:" },
    { files: out.long, says: `Left out, ${long}: one in` },
    { files: out.unread, says: "Could not be read:" },
  ];
  const leftOut = sentences
    .filter((one) => one.files.length > 0)
    .map((one) => `${one.says} ${listText(one.files.map(quoted), mostNamed)}.`);
  return { receipts, classLinks, leftOut };
}
