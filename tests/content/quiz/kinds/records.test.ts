// The records of all kinds: which answers fit, what is missing, and what is said of them.
import { expect, test } from "vitest";
import type { Answer } from "@/content/quiz/kinds/kind";
import { type Kind, kinds, type Question } from "@/content/quiz/question";
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
