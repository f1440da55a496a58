// What a reader may hand in as text, judged before it is read.
import { bytesText } from "../number-text";

/** The most that is read, in bytes of a file or characters of a paste. */
export const mostText = 1_000_000;

/** Why a file or paste of this size is not read, as a sentence; null where it is. */
export function sizeProblem(what: string, size: number): string | null {
  if (size <= mostText) return null;
  return `${what} has ${bytesText(size)}: at most ${bytesText(mostText)} is read.`;
}

/** The text of a file; UTF-16 is told by its first two bytes, all else is UTF-8. */
export function decodedText(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  const mark = ((first ?? 0) << 8) | (second ?? 0);
  const wide = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : null;
  return new TextDecoder(wide ?? "utf-8").decode(bytes);
}
