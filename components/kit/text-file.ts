// Texts that readers bring in files: judged by their size before they are read, and decoded
// in one way everywhere.

import { bytesText, quoted } from "@/labs/arithmetic/number-text";

/** The most that is read, in bytes of a file or characters of a paste. */
export const mostText = 1_000_000;

/** Why a file or paste of this size is not read, as a sentence; null where it is. */
export function sizeProblem(what: string, size: number, most = mostText): string | null {
  if (size <= most) return null;
  return `${what} has ${bytesText(size)}: at most ${bytesText(most)} is read.`;
}

/** A text as it was written, and a sentence where its encoding had to be guessed. */
export type Decoded = { text: string; says: string };

/**
 * The text of a file: by the mark of UTF-8 or UTF-16 at its beginning; else UTF-8, where all
 * of it is; else Windows-1252, in which older programs of western Europe write.
 */
export function decoded(bytes: ArrayBuffer): Decoded {
  const [first, second] = new Uint8Array(bytes);
  const mark = ((first ?? 0) << 8) | (second ?? 0);
  const wide = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : null;
  if (wide) return { text: new TextDecoder(wide).decode(bytes), says: "" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), says: "" };
  } catch {
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      says: "The file is not UTF-8: its letters were read as Windows-1252.",
    };
  }
}

/** The text of a file, or in one sentence why it was not read. `most`: in bytes. */
export async function textIn(
  file: File,
  most = mostText,
): Promise<Decoded | { problem: string }> {
  const named = `The file ${quoted(file.name)}`;
  const large = sizeProblem(named, file.size, most);
  if (large) return { problem: large };
  const bytes = await file.arrayBuffer().catch(() => null);
  return bytes ? decoded(bytes) : { problem: `${named} could not be read.` };
}
