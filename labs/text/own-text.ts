// A reader's text, in letters that fit into a link.

import { counted, countText } from "../arithmetic/number-text";
import { lettersOf } from "../data/alphabet";
import { fewestLetters, most } from "../data/dataset";
import type { Run } from "../run/run";

/** The run with a text of its own, and what had to be done to it, in words. */
type Taken = { run: Run; says: string };

/** `run` with a text as its data, or why that is none to train on. */
export function withText(run: Run, text: string): Taken | { problem: string } {
  const letters = lettersOf(text);
  if (letters.length < fewestLetters) {
    const are = letters.length === 1 ? "is" : "are";
    return {
      problem: `There ${are} ${counted(letters.length, "letter")} in it, of a to z, blanks and marks: ${fewestLetters} are needed.`,
    };
  }
  const kept = letters.slice(0, most.text);
  const says =
    kept.length === letters.length
      ? `All ${countText(kept.length)} letters are taken.`
      : `The first ${countText(kept.length)} of ${countText(letters.length)} letters are taken.`;
  return { run: { ...run, data: "text", text: kept }, says };
}
