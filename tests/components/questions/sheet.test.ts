import { expect, test } from "vitest";
import { sheetDrawOf, sheetPath } from "@/components/questions/seed-text";
import { sheetKey } from "@/components/questions/sheet";
import { formerlyPermuted, permuted } from "@/content/quiz/kinds/draw";
import type { Answer } from "@/content/quiz/kinds/kind";
import { asKept, isRight, present, type Question } from "@/content/quiz/question";
import { everyKind, questionOf } from "@/tests/content/quiz/every-kind";

const place = (letter: string) => letter.charCodeAt(0) - 65;

/** The answer, as shown, of somebody who copies the key. */
function copied(
  question: Question,
  { seed, permute }: Parameters<typeof sheetKey>[1],
  write: string,
): Answer {
  const marks = write.split(", ");
  const { parts, targets } = present(question, seed, permute);
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

test("a sheet’s link draws it, and that of an earlier sheet as it was printed", () => {
  const question = questionOf("order");
  const partsBy = (path: string) => {
    const { seed, permute } = sheetDrawOf(
      new URL(path, "https://a.example").searchParams,
    );
    return present(question, seed, permute).parts.map(({ id }) => id);
  };
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);
  const old = seeds.map((seed) => partsBy(`/questions/sheet?lesson=all&seed=${seed}`));
  expect(old).toEqual(
    seeds.map((seed) =>
      present(question, seed, formerlyPermuted).parts.map(({ id }) => id),
    ),
  );
  const now = seeds.map((seed) => partsBy(sheetPath("all", seed)));
  expect(now).toEqual(
    seeds.map((seed) => present(question, seed).parts.map(({ id }) => id)),
  );
  expect(now).not.toEqual(old);
});

test("who copies a sheet’s key is right, for every kind and seed", () => {
  for (const question of everyKind) {
    for (let at = 0; at < 40; at += 1) {
      const [seed, permute] = [at >> 1, at % 2 ? permuted : formerlyPermuted];
      const { write, whys } = sheetKey(question, { seed, permute });
      const answer = asKept(copied(question, { seed, permute }, write), seed);
      expect([question.id, seed, isRight(question, answer)]).toEqual([
        question.id,
        seed,
        true,
      ]);
      expect(whys.join("")).not.toBe("");
    }
  }
});
