import { expect, test } from "vitest";
import { sheetKey } from "@/components/questions/sheet";
import type { Answer } from "@/content/quiz/kinds/kind";
import { asKept, isRight, present, type Question } from "@/content/quiz/question";
import { everyKind } from "@/tests/content/quiz/every-kind";

const place = (letter: string) => letter.charCodeAt(0) - 65;

/** The answer, as shown, of somebody who copies the key. */
function copied(question: Question, seed: number, write: string): Answer {
  const marks = write.split(", ");
  const { parts, targets } = present(question, seed);
  const partAt = (letter: string) => parts[place(letter)]?.id ?? "";
  switch (question.kind) {
    case "number":
      return { kind: "typed", text: write.split(" ")[0] ?? "" };
    case "blank":
      return { kind: "typed", text: write.split(" or ")[0] ?? "" };
    case "order":
      return { kind: "ordered", items: marks.map(partAt) };
    case "match": {
      const to = marks.map((mark): [string, string] => {
        const [number = "", letter = ""] = mark.split(" ");
        return [parts[Number(number) - 1]?.id ?? "", targets[place(letter)]?.id ?? ""];
      });
      return { kind: "matched", to: new Map(to) };
    }
    default:
      return { kind: "ticked", options: marks.map(partAt) };
  }
}

test("who copies a sheet’s key is right, for every kind and seed", () => {
  for (const question of everyKind) {
    for (let seed = 0; seed < 20; seed += 1) {
      const { write, whys } = sheetKey(question, seed);
      const answer = asKept(copied(question, seed, write), seed);
      expect([question.id, seed, isRight(question, answer)]).toEqual([
        question.id,
        seed,
        true,
      ]);
      expect(whys.join("")).not.toBe("");
    }
  }
});
