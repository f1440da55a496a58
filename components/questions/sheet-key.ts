import type { Answer } from "@/content/quiz/kinds/kind";
import { drawn, type Question, shown, targetsOf } from "@/content/quiz/question";

// The right answer to a question as a sheet of paper shows it.

/** What stands before the part shown at a place: A, B, C. */
export const letter = (at: number) => String.fromCharCode(65 + at);

/** What to write on the sheet, and why in short. */
type SheetKey = { write: string; whys: readonly string[] };

const placed = (question: Question, seed: number, answer: Answer) =>
  shown(question, seed, answer);

/** The parts in the order of the file, each with the letter it has on the sheet. */
function letters(question: Question, seed: number, count: number): string[] {
  const all = Array.from({ length: count }, (_, at) => at);
  const places = placed(question, seed, { kind: "ticked", options: all });
  return places.kind === "ticked" ? places.options.map(letter) : [];
}

/** For each left-hand side of the sheet, the letter of its target. */
function matchLetters(question: Extract<Question, { kind: "match" }>, seed: number) {
  const targets = targetsOf(question);
  const to = question.pairs.map((pair) => targets.indexOf(pair.to));
  const places = placed(question, seed, { kind: "matched", to });
  return places.kind === "matched" ? places.to.map((at) => letter(at ?? 0)) : [];
}

export function sheetKey(question: Question, seed: number): SheetKey {
  const asked = drawn(question, seed);
  switch (asked.kind) {
    case "number": {
      const within = asked.within > 0 ? ` (± ${asked.within})` : "";
      const unit = asked.unit && ` ${asked.unit}`;
      return { write: `${asked.answer}${unit}${within}`, whys: [asked.right] };
    }
    case "blank":
      return { write: asked.accepts.join(" or "), whys: [asked.right] };
    case "order": {
      const names = letters(asked, seed, asked.items.length);
      return { write: names.join(", "), whys: asked.items.map(({ why }) => why) };
    }
    case "match": {
      const to = matchLetters(asked, seed).map((name, at) => `${at + 1} ${name}`);
      return { write: to.join(", "), whys: asked.pairs.map(({ why }) => why) };
    }
    default: {
      const names = letters(asked, seed, asked.options.length);
      const right = asked.options.flatMap((option, at) =>
        option.right ? [{ name: names[at] ?? "", why: option.why }] : [],
      );
      return {
        write: right
          .map(({ name }) => name)
          .sort()
          .join(", "),
        whys: right.map(({ why }) => why),
      };
    }
  }
}

/** The seed in a text of digits; 0 for anything else. */
export function seedOf(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
}
