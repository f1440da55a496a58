// A file that a reader takes to another browser: the answers, and the claims seen true.
import { type HeldClaims, noneHeld, readHeld } from "@/labs/claim/held-claims";
import { isFields } from "../fields";
import { type AnswerBook, formatAnswerBook, parseAnswerBook } from "./answer-book";

/** All that a file of a reader holds. */
export type Progress = { answers: AnswerBook; held: HeldClaims };

/** Writes a file that every version reads as a book of answers; earlier ones leave the rest. */
export function formatProgress({ answers, held }: Progress): string {
  return JSON.stringify({ ...JSON.parse(formatAnswerBook(answers)), claims: [...held] });
}

/** Reads a file, of earlier versions too; null where it is not wholly a book of answers. */
export function parseProgress(text: string): Progress | null {
  const answers = parseAnswerBook(text);
  if (!answers) return null;
  const read: unknown = JSON.parse(text);
  return { answers, held: (isFields(read) && readHeld(read.claims)) || noneHeld };
}
