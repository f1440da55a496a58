// The seed that somebody types, and the link of a sheet that is drawn by one.
import { formerlyPermuted, type Permute, permuted } from "@/content/quiz/kinds/draw";

/** The seed in a text of digits; 0 for anything else. */
export function seedOf(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
}

/** What draws a sheet. */
export type SheetDraw = { seed: number; permute: Permute };

/** Where the sheet of a lesson is, or of all. */
export const sheetPath = (lesson: string, seed: number): string =>
  `/questions/sheet?lesson=${lesson}&seed=${seed}&order=2`;

/** What draws the sheet of a link: an earlier one gives its sheet again, and that key. */
export const sheetDrawOf = (query: URLSearchParams): SheetDraw => ({
  seed: seedOf(query.get("seed")),
  permute: query.get("order") === "2" ? permuted : formerlyPermuted,
});
