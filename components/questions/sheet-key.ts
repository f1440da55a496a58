// The right answer to a question as a sheet of paper shows it.
import type { SheetKey } from "@/content/quiz/kinds/kind";
import { drawn, kinds, present, type Question } from "@/content/quiz/question";

/** The letter before the part shown at a place: A, B, C. */
export const letter = (at: number) => String.fromCharCode(65 + at);

/** The right answer with the letters that the sheet of a seed shows, and the reasons. */
export function sheetKey(question: Question, seed: number): SheetKey {
  const shown = present(question, seed);
  const lettered = shown.targets.length > 0 ? shown.targets : shown.parts;
  const letterOf = (id: string) => letter(lettered.findIndex((one) => one.id === id));
  return kinds[question.kind].sheetKey(drawn(question, seed), letterOf, shown);
}
