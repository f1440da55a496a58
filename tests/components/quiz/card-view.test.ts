import { expect, test } from "vitest";
import { cardView, otherSeed, turnAfter } from "@/components/quiz/card-view";
import { record } from "@/content/quiz/answer-book";
import type { Answer } from "@/content/quiz/kinds/kind";
import { isRight, present, type Question } from "@/content/quiz/question";
import { everyKind, questionOf } from "@/tests/content/quiz/every-kind";
import { keyOf } from "@/tests/content/quiz/key-of";

/** The entry that is kept of one answer. */
const entryOf = (question: Question, answer: Answer) => {
  const given = { answer, right: isRight(question, answer), at: 1 };
  return record({}, question.id, given)[question.id] ?? null;
};

test("a card without an answer is open and empty, and says nothing of its parts", () => {
  for (const question of everyKind) {
    const view = cardView(question, 0, null, null);
    expect(view.judged).toBe(false);
    expect(view.feedback).toBeNull();
  }
});

test("the kept answer is shown as it was given, whatever order the seed draws", () => {
  for (const question of everyKind) {
    const key = keyOf(question);
    for (const seed of [0, 1, 7]) {
      if (question.kind === "number") continue;
      const { judged, answer, feedback } = cardView(
        question,
        seed,
        entryOf(question, key),
        null,
      );
      expect(judged).toBe(true);
      expect(feedback?.right).toBe(true);
      expect(isRight(question, answer)).toBe(true);
    }
  }
});

test("a number is shown with the numbers that it was given to", () => {
  const question = questionOf("number");
  const kept = entryOf(question, { kind: "typed", text: "1", seed: 7 });
  const asks = (seed: number) => present(question, seed).asks;
  expect(cardView(question, 0, kept, null).presented.asks).toBe(asks(7));
  expect(asks(otherSeed(question, 7))).not.toBe(asks(7));
});

test("an answer that no longer fits its question leaves the card open", () => {
  const order = questionOf("order");
  const kept = [
    { kind: "ticked", options: ["first"] },
    { kind: "ordered", items: ["first", "second"] },
    { kind: "ordered", items: ["first", "first", "second"] },
  ] as const;
  for (const answer of kept) {
    expect(cardView(order, 0, entryOf(order, answer), null).judged).toBe(false);
  }
  const one = questionOf("one");
  const gone = entryOf(one, { kind: "ticked", options: ["gone"] });
  expect(cardView(one, 0, gone, null).judged).toBe(false);
  const beyond = gone && { ...gone, latest: "9" };
  expect(cardView(one, 0, beyond, null).judged).toBe(false);
});

test("a draft stands against what another tab keeps", () => {
  const question = questionOf("one");
  const draft: Answer = { kind: "ticked", options: ["neither"] };
  const turn = { seed: 0, answer: draft, from: null };
  const view = cardView(question, 0, entryOf(question, keyOf(question)), turn);
  expect(view).toMatchObject({ judged: false, answer: draft });
});

test("trying again keeps an order, and of a matching what was right", () => {
  const match = questionOf("match");
  const right = [
    ["squared", "steep"],
    ["hinge", "straight"],
  ] as const;
  const to = new Map([...right, ["absolute", "steep"] as const]);
  const wrong = entryOf(match, { kind: "matched", to });
  const turn = turnAfter(cardView(match, 0, wrong, null));
  const again = cardView(match, 0, wrong, turn);
  expect(again.answer).toEqual({ kind: "matched", to: new Map(right) });
  expect([...(again.feedback?.parts.keys() ?? [])].sort()).toEqual(["hinge", "squared"]);

  const order = questionOf("order");
  const swapped = entryOf(order, {
    kind: "ordered",
    items: ["first", "third", "second"],
  });
  const before = cardView(order, 0, swapped, null);
  const tried = turnAfter(before);
  expect(tried.answer).toEqual(before.answer);
  const parts = (answer: Answer) => [
    ...(cardView(order, 0, swapped, { ...tried, answer }).feedback?.parts.values() ?? []),
  ];
  expect(parts(before.answer)).toEqual([{ right: true, why: "", refuted: null }]);
  // Once it is moved away from its place, it is no longer called right.
  if (before.answer.kind !== "ordered") throw new Error("no order");
  expect(parts({ kind: "ordered", items: before.answer.items.toReversed() })).toEqual([]);
});

test("trying again empties ticks and texts", () => {
  for (const kind of ["one", "several", "number", "blank", "point"] as const) {
    const question = questionOf(kind);
    const kept = entryOf(question, keyOf(question));
    expect(turnAfter(cardView(question, 0, kept, null)).answer).toBeNull();
  }
});
