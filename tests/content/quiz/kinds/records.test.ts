// The records of all kinds: which answers fit, what is missing, and what is said of them.
import { expect, test } from "vitest";
import { formerlyPermuted, permuted } from "@/content/quiz/kinds/draw";
import type { Answer } from "@/content/quiz/kinds/kind";
import { drawn, type Kind, kinds, present, type Question } from "@/content/quiz/question";
import { everyKind, questionOf } from "../every-kind";
import { keyOf } from "../key-of";

const recordOf = <K extends Kind>(question: Extract<Question, { kind: K }>) =>
  kinds[question.kind as K];

const ticked = (...options: string[]): Answer => ({ kind: "ticked", options });
const typed = (text: string): Answer => ({ kind: "typed", text });
const ordered = (...items: string[]): Answer => ({ kind: "ordered", items });
const matched = (...to: [string, string][]): Answer => ({
  kind: "matched",
  to: new Map(to),
});
const predicted = (option: string, came: string | null = null): Answer => ({
  ...({ kind: "predicted", option, came } as const),
});

const [one, several, match, order] = [
  questionOf("one"),
  questionOf("several"),
  questionOf("match"),
  questionOf("order"),
];
const [number, blank, predict] = [
  questionOf("number"),
  questionOf("blank"),
  questionOf("predict"),
];

const fits = (question: Question, answer: Answer) => {
  const record = recordOf(question);
  return record.fits(record.parts(question as never), answer);
};

test("an answer fits the kinds that are answered so, and no other", () => {
  const form = {
    ...{ one: "ticked", several: "ticked", point: "ticked", predict: "ticked" },
    ...{ number: "typed", blank: "typed", order: "ordered", match: "matched" },
  } as const;
  for (const question of everyKind) {
    expect(fits(question, keyOf(question)), question.kind).toBe(true);
    for (const other of everyKind) {
      if (form[other.kind] === form[question.kind]) continue;
      const pair = `${other.kind} to ${question.kind}`;
      expect(fits(question, keyOf(other)), pair).toBe(false);
    }
  }
});

test("an answer fits as long as all that it names is there", () => {
  expect(fits(one, ticked())).toBe(true);
  expect(fits(one, ticked("this", "that"))).toBe(false);
  expect(fits(several, ticked("this", "that"))).toBe(true);
  expect(fits(several, ticked("this", "gone"))).toBe(false);
  expect(fits(predict, predicted("it-falls"))).toBe(true);
  expect(fits(predict, predicted("gone"))).toBe(false);
  expect(fits(one, predicted("this"))).toBe(false);
  expect(fits(order, ordered("third", "first", "second"))).toBe(true);
  expect(fits(order, ordered("first", "second"))).toBe(false);
  expect(fits(order, ordered("first", "first", "second"))).toBe(false);
  expect(fits(order, ordered("first", "second", "third", "third"))).toBe(false);
  expect(fits(order, ordered("first", "second", "gone"))).toBe(false);
  expect(fits(match, matched(["squared", "steep"]))).toBe(true);
  expect(fits(match, matched(["squared", "gone"]))).toBe(false);
  expect(fits(match, matched(["gone", "steep"]))).toBe(false);
  expect(fits(match, matched(["squared", "steep"], ["hinge", "gone"]))).toBe(false);
});

const missing = (question: Question, answer: Answer) => {
  const record = recordOf(question);
  return record.missing(record.parts(question as never), answer);
};

test.each<[Question, Answer, string | null]>([
  [one, ticked(), "Choose an option first."],
  [one, ticked("this"), null],
  [one, typed("x"), null],
  [predict, predicted("it-falls"), null],
  [number, typed("many"), "Type a number, such as 12 or 0.5."],
  [number, typed("12"), null],
  [number, ticked(), null],
  [blank, typed("  "), "Type a word first."],
  [blank, typed("pass"), null],
  [blank, ticked(), null],
  [order, ordered(), null],
  [match, matched(["squared", "steep"]), "Give each of them a match first."],
  [match, matched(["squared", "steep"], ["absolute", "steep"], ["hinge", "steep"]), null],
])("what is missing is asked for: %#", (question, answer, says) => {
  expect(missing(question, answer)).toBe(says);
});

const words = (question: Question, answer: Answer) =>
  recordOf(question).words(question as never, answer);

const lost = "an option that is no longer there";

test.each<[Question, Answer, string]>([
  [one, ticked(), "nothing chosen"],
  [one, ticked("that"), "That"],
  [one, typed("x"), "nothing chosen"],
  // In the order of the file, whatever was ticked first.
  [several, ticked("and-this", "this"), "This + And this"],
  [several, ticked("gone", "that"), `That + ${lost}`],
  [predict, predicted("it-stays"), "It stays"],
  [number, typed("12"), "“12” weights"],
  [blank, typed("pass"), "“pass”"],
  [order, ordered("second", "first", "gone"), `order: Second, First, ${lost}`],
  [order, typed("x"), "order: "],
  [
    match,
    matched(["squared", "straight"], ["hinge", "gone"], ["gone", "steep"]),
    `squared → straight; absolute → nothing; hinge → ${lost}; ${lost} → steep`,
  ],
])("an answer is told in words: %#", (question, answer, says) => {
  expect(words(question, answer)).toBe(says);
});

test("before anything is done nothing is chosen, typed or matched, and items stand", () => {
  const empty = (question: Question) => {
    const record = recordOf(question);
    return record.empty(record.parts(question as never));
  };
  expect(everyKind.map(empty)).toEqual([
    ...[ticked(), ticked(), ticked(), ticked(), typed(""), typed("")],
    ...[ordered("first", "second", "third"), matched()],
  ]);
});

test("another try at a matching keeps what was right, at an order all of it", () => {
  const answer = matched(
    ["squared", "steep"],
    ["absolute", "steep"],
    ["hinge", "straight"],
  );
  const told = kinds.match.explain(match, answer, false);
  expect(kinds.match.retry?.(answer, told)).toEqual(
    matched(["squared", "steep"], ["hinge", "straight"]),
  );
  const items = ordered("second", "first", "third");
  const said = kinds.order.explain(order, items, false);
  expect(kinds.order.retry?.(items, said)).toBe(items);
  expect(kinds.order.standing?.(items, "first")).toBe(1);
  expect(kinds.match.standing?.(answer, "absolute")).toBe("steep");
});

test("the key on a sheet has the letters that stand there, and each reason", () => {
  const letters = new Map<string, string>();
  const letterOf = (id: string) => {
    if (!letters.has(id)) letters.set(id, "CABFED"[letters.size] ?? "?");
    return letters.get(id) ?? "?";
  };
  const key = (question: Question) => {
    letters.clear();
    const record = recordOf(question);
    return record.sheetKey(question as never, letterOf, record.parts(question as never));
  };
  expect(key(several)).toEqual({ write: "A, C", whys: ["Yes.", "Yes again."] });
  expect(key(order)).toEqual({
    write: "C, A, B",
    whys: ["It begins.", "It follows.", "It ends."],
  });
  expect(key(match)).toEqual({
    write: "1 C, 2 A, 3 A",
    whys: ["It grows.", "It does not bend.", "Nor does it."],
  });
  expect(key(blank)).toEqual({ write: "pass or one pass", whys: ["So it is."] });
  expect(key({ ...number, answer: 5, within: 0.5, right: "R" })).toEqual({
    write: "5 weights (± 0.5)",
    whys: ["R"],
  });
  expect(key({ ...number, answer: 5, within: 0, unit: "", right: "R" }).write).toBe("5");
});

test("once it is right the others are explained, where there are others", () => {
  expect(kinds.one.explain(one, ticked("that"), true)).toEqual({
    says: "",
    parts: new Map([["that", { right: true, why: "Yes.", refuted: null }]]),
    folded: {
      title: "Why not the others?",
      reasons: [
        expect.objectContaining({ id: "this", text: "This", why: "No." }),
        expect.objectContaining({ id: "neither", text: "Neither", refuted: null }),
      ],
    },
  });
  const all = ticked("this", "that", "and-this");
  expect(kinds.several.explain(several, all, true)).not.toHaveProperty("folded");
  expect(kinds.one.explain(one, ticked("this"), false)).toEqual({
    says: "",
    parts: new Map([["this", expect.objectContaining({ right: false, why: "No." })]]),
  });
});

test("the order that a seed showed is what it always was: sheets were printed in it", () => {
  const shown = (question: Question, seed: number) => {
    const { parts, targets } = present(question, seed, formerlyPermuted);
    return [...parts, ...targets].map(({ id }) => id).join(" ");
  };
  const orders = (question: Question) =>
    [0, 1, 2, 3].map((seed) => shown(question, seed));
  expect(orders(order)).toEqual([
    ...["first third second", "second third first", "third second first"],
    "second first third",
  ]);
  expect(orders(match)).toEqual([
    "hinge absolute squared steep straight",
    "hinge squared absolute straight steep",
    "squared absolute hinge steep straight",
    "absolute hinge squared straight steep",
  ]);
  expect(orders(several)).toEqual([
    ...["this that and-this", "this that and-this", "this that and-this"],
    "this and-this that",
  ]);
});

test("a list of one has one order, and only what must be shuffled never stands as it was", () => {
  const draws = Array.from({ length: 40 }, (_, seed) => seed + 1);
  expect(permuted(["a"], "text", 1, true)).toEqual(["a"]);
  expect(permuted([], "text", 1, true)).toEqual([]);
  const orders = (shuffles?: boolean) =>
    draws.map((seed) => permuted(["a", "b"], "text", seed, shuffles).join(""));
  expect(new Set(orders())).toEqual(new Set(["ab", "ba"]));
  expect(new Set(orders(false))).toEqual(new Set(["ab", "ba"]));
  expect(new Set(orders(true))).toEqual(new Set(["ba"]));
});

test("a number is explained with the numbers that its answer was given to", () => {
  const answer = (seed?: number): Answer => ({
    ...{ kind: "typed", text: "1" },
    ...(seed !== undefined && { seed }),
  });
  for (const seed of [0, 3, 9]) {
    const drawnAt = drawn(number, seed);
    if (drawnAt.kind !== "number") throw new Error("No number.");
    expect(kinds.number.explain(number, answer(seed), true).says).toBe(drawnAt.right);
    expect(kinds.number.explain(number, answer(seed), false).says).toBe("Multiply.");
    const right = { kind: "typed", text: String(drawnAt.answer), seed } as const;
    expect(kinds.number.isRight(number, right)).toBe(true);
  }
  expect(kinds.number.explain(number, answer(), true).says).toBe(number.right);
  expect(kinds.number.explain(number, ticked(), true).says).toBe(number.right);
  const fixed = { ...number, variants: null };
  expect(kinds.number.explain(fixed, answer(5), true).says).toBe(number.right);
});

test("a computed answer may be off by the noise of binary fractions, and by no more", () => {
  const asked = { ...number, variants: null, answer: 0.1 + 0.2, within: 0 };
  const isRight = (text: string) => kinds.number.isRight(asked, typed(text));
  expect([isRight("0.3"), isRight("0.30000000001")]).toEqual([true, false]);
  const large = { ...asked, answer: 3e14, within: 0.5 };
  expect(kinds.number.isRight(large, typed("300000000000200"))).toBe(true);
  expect(kinds.number.isRight(large, typed("300000000001000"))).toBe(false);
  expect(kinds.number.isRight({ ...asked, answer: 0 }, typed("no number"))).toBe(false);
});

test("what is folded is named by whether the answer is right", () => {
  const title = (question: typeof match | typeof order, answer: Answer, right: boolean) =>
    recordOf(question).explain(question as never, answer, right);
  expect(title(match, matched(), true)).toMatchObject({
    ...{ says: "", folded: { title: "Why do they belong together?" } },
  });
  expect(title(match, matched(), false).folded?.title).toBe("Show the answer");
  expect(title(order, ordered(), true)).toMatchObject({
    ...{ says: "", folded: { title: "Why this order?" } },
  });
  expect(title(order, ordered(), false).folded?.title).toBe("Show the answer");
  expect(kinds.match.retry?.(typed("x"), title(match, matched(), false))).toEqual(
    matched(),
  );
});

test("a typed word is told without its outer spaces, and is right with other marks", () => {
  expect(words(blank, typed("  pass "))).toBe("“pass”");
  expect(words(blank, ticked())).toBe("");
  const asked = { ...blank, accepts: ["one’s own"] };
  expect(kinds.blank.isRight(asked, typed(" ONE'S  own"))).toBe(true);
  expect(kinds.blank.isRight(asked, typed("ones own"))).toBe(false);
});
