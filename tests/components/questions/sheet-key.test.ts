import { expect, test } from "vitest";
import { sheetKey } from "@/components/questions/sheet-key";
import type { Answer } from "@/content/quiz/kinds/kind";
import { isRight, meant, type Question } from "@/content/quiz/question";
import { everyKind } from "@/tests/content/quiz/every-kind";

const place = (letter: string) => letter.charCodeAt(0) - 65;

/** The answer, as shown, of somebody who copies the key. */
function copied(question: Question, write: string): Answer {
  const parts = write.split(", ");
  switch (question.kind) {
    case "number":
      return { kind: "typed", text: write.split(" ")[0] ?? "" };
    case "blank":
      return { kind: "typed", text: write.split(" or ")[0] ?? "" };
    case "order":
      return { kind: "ordered", items: parts.map(place) };
    case "match":
      return {
        kind: "matched",
        to: parts.map((part) => place(part.split(" ")[1] ?? "")),
      };
    default:
      return { kind: "ticked", options: parts.map(place) };
  }
}

test("who copies a sheet’s key is right, for every kind and seed", () => {
  for (const question of everyKind) {
    for (let seed = 0; seed < 20; seed += 1) {
      const { write, whys } = sheetKey(question, seed);
      const answer = meant(question, seed, copied(question, write));
      expect([question.id, seed, isRight(question, answer)]).toEqual([
        question.id,
        seed,
        true,
      ]);
      expect(whys.join("")).not.toBe("");
    }
  }
});
