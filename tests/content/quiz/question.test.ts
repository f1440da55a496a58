import { expect, test } from "vitest";
import type { Answer } from "@/content/quiz/kinds/kind";
import { typedNumber } from "@/content/quiz/kinds/number";
import {
  drawn,
  feedbackOn,
  isRight,
  type Kind,
  kinds,
  missingIn,
  present,
} from "@/content/quiz/question";
import { everyKind, questionOf } from "./every-kind";
import { keyOf } from "./key-of";

const seeds = Array.from({ length: 200 }, (_, seed) => seed);

test("the key of every kind is right, and an answer of another kind is wrong", () => {
  const all: readonly Answer[] = everyKind.map(keyOf);
  for (const [at, question] of everyKind.entries()) {
    const key = keyOf(question);
    expect(isRight(question, key)).toBe(true);
    for (const [other, answer] of all.entries()) {
      if (other !== at && answer.kind !== key.kind) {
        expect(isRight(question, answer)).toBe(false);
      }
    }
  }
});

test("a choice is right only with every right option ticked and no other", () => {
  const question = questionOf("several");
  for (let bits = 0; bits < 8; bits += 1) {
    const options = ["this", "that", "and-this"].filter((_, at) => (bits >> at) & 1);
    expect(isRight(question, { kind: "ticked", options })).toBe(bits === 5);
  }
});

test("a blank takes capitals, spaces and wide letters, and no other word", () => {
  const question = questionOf("blank");
  const right = (text: string) => isRight(question, { kind: "typed", text });
  for (const text of ["pass", " Pass ", "ONE  PASS", "ｐａｓｓ"]) {
    expect(right(text)).toBe(true);
  }
  for (const text of ["", "step", "passes", "on e pass"]) expect(right(text)).toBe(false);
});

test("items are right only in their order", () => {
  const right = (...items: string[]) =>
    isRight(questionOf("order"), { kind: "ordered", items });
  expect(right("first", "second", "third")).toBe(true);
  for (const items of [
    ["second", "first", "third"],
    ["first", "second"],
    ["first", "second", "third", "fourth"],
    [],
  ]) {
    expect(right(...items)).toBe(false);
  }
});

test("matches are right only when all are; two may share a target", () => {
  const right = (to: Record<string, string>) =>
    isRight(questionOf("match"), { kind: "matched", to: new Map(Object.entries(to)) });
  const key = { squared: "steep", absolute: "straight", hinge: "straight" };
  expect(right(key)).toBe(true);
  for (const to of [
    { squared: "steep", absolute: "straight" },
    { ...key, squared: "straight" },
    { ...key, hinge: "gone" },
    { ...key, other: "straight" },
  ]) {
    expect(right(to)).toBe(false);
  }
});

test("a prediction is judged by what the reader’s own run made true", () => {
  const question = questionOf("predict");
  const right = (option: string, came: string | null) =>
    isRight(question, { kind: "predicted", option, came });
  expect(right("it-stays", "it-stays")).toBe(true);
  expect(right("it-falls", "it-stays")).toBe(false);
  // Without a run, by what the run is known to do.
  expect(right("it-falls", null)).toBe(true);
  expect(right("it-stays", null)).toBe(false);
});

test("each seed draws numbers within their ranges, and its answer is computed", () => {
  const question = questionOf("number");
  const asks = new Set<string>();
  for (const seed of seeds) {
    const asked = drawn(question, seed);
    if (asked.kind !== "number") throw new Error("another kind");
    const [a = 0, b = 0] = [...asked.asks.matchAll(/[\d,]+/g)].map(([text]) =>
      Number(text.replace(",", "")),
    );
    expect(asked.answer).toBe(a * b);
    expect(asked.within).toBeCloseTo(0.01 * a);
    expect(a >= 2 && a <= 9 && [10, 100, 20000].includes(b)).toBe(true);
    expect(asked.right).toContain(
      `= ${(a * b).toLocaleString("en").replace(/^(\d),/, a * b < 10_000 ? "$1" : "$1,")}`,
    );
    expect(isRight(question, { kind: "typed", text: String(a * b), seed })).toBe(true);
    expect(isRight(question, { kind: "typed", text: String(a * b + 1), seed })).toBe(
      false,
    );
    expect(drawn(question, seed)).toEqual(asked);
    asks.add(asked.asks);
  }
  expect(asks.size).toBeGreaterThan(15);
});

test("all parts are shown, each once, and the key can be given, for every kind and seed", () => {
  for (const question of everyKind) {
    const { fits, parts } = kinds[question.kind];
    const inFile = parts(question);
    for (const seed of seeds) {
      const shown = present(question, seed);
      const sorted = (of: readonly { id: string }[]) => of.map(({ id }) => id).sort();
      expect(sorted(shown.parts)).toEqual(sorted(inFile.parts));
      expect(sorted(shown.targets)).toEqual(sorted(inFile.targets));
      expect(fits(shown, keyOf(question))).toBe(true);
    }
  }
});

test("no posed question tells its key: right, why, targets and answers are gone", () => {
  for (const question of everyKind) {
    for (const seed of seeds) {
      const text = JSON.stringify(present(question, seed));
      expect(text).not.toMatch(/right|why|refuted|when|within|accepts|hints|variants/);
    }
  }
});

test("items to be ordered never stand in order, and each seed shuffles anew", () => {
  const orders = seeds.map((seed) => {
    return present(questionOf("order"), seed)
      .parts.map(({ text }) => text)
      .join();
  });
  expect(orders).not.toContain("First,Second,Third");
  expect(new Set(orders).size).toBe(5);
});

test("options stand as in the file for seed 0, and in every order for others", () => {
  const of = (seed: number) => {
    return present(questionOf("one"), seed)
      .parts.map(({ text }) => text)
      .join();
  };
  expect(of(0)).toBe("This,That,Neither");
  expect(new Set(seeds.map(of)).size).toBe(6);
});

test("what was chosen is explained; once right, the others are, to whoever asks", () => {
  const question = questionOf("one");
  const said = (option: string) => {
    const { parts, folded } = feedbackOn(question, { kind: "ticked", options: [option] });
    return { parts: Object.fromEntries(parts), folded };
  };
  const refuted = { lab: "loss", claim: "squared-falls" };
  expect(said("this")).toEqual({
    parts: { this: { right: false, why: "No.", refuted } },
    folded: undefined,
  });
  const { parts, folded } = said("that");
  expect(parts).toEqual({ that: { right: true, why: "Yes.", refuted: null } });
  expect(folded).toEqual({
    title: "Why not the others?",
    reasons: [
      { id: "this", text: "This", why: "No.", refuted },
      { id: "neither", text: "Neither", why: "Not at all.", refuted: null },
    ],
  });
});

test("no right answer is followed by a part called wrong", () => {
  for (const question of everyKind) {
    const { right, parts } = feedbackOn(question, keyOf(question));
    expect(right).toBe(true);
    expect([...parts.values()].filter((part) => !part.right)).toEqual([]);
  }
  // Nor is a prediction that the reader's own run made true, whatever the file says.
  const came = { kind: "predicted", option: "it-stays", came: "it-stays" } as const;
  const { right, parts, folded } = feedbackOn(questionOf("predict"), came);
  expect(right).toBe(true);
  expect(parts.get("it-stays")).toMatchObject({ right: true });
  expect(folded?.reasons.map(({ id }) => id)).toEqual(["it-falls"]);
});

test("a wrong match or order tells which parts are wrong; where they belong, to whoever asks", () => {
  const wrong = [
    feedbackOn(questionOf("order"), {
      kind: "ordered",
      items: ["first", "third", "second"],
    }),
    feedbackOn(questionOf("match"), {
      kind: "matched",
      to: new Map([
        ["squared", "straight"],
        ["absolute", "straight"],
        ["hinge", "steep"],
      ]),
    }),
  ];
  for (const { right, parts, folded } of wrong) {
    expect(right).toBe(false);
    expect([...parts.values()].filter((part) => part.right)).toHaveLength(1);
    expect([...parts.values()].map(({ why }) => why).join("")).toBe("");
    expect(folded?.title).toBe("Show the answer");
  }
  expect(wrong[0]?.folded?.reasons.map(({ text }) => text)).toEqual([
    "First",
    "Second",
    "Third",
  ]);
  expect(wrong[1]?.folded?.reasons[0]).toMatchObject({
    text: "squared → steep",
    why: "It grows.",
  });
});

test("each part of a matching is told right or wrong", () => {
  const question = questionOf("match");
  const to = new Map([
    ["squared", "steep"],
    ["absolute", "steep"],
    ["hinge", "straight"],
  ]);
  const { parts } = feedbackOn(question, { kind: "matched", to });
  const right = [...parts].map(([id, part]) => [id, part.right]);
  expect(Object.fromEntries(right)).toEqual({
    squared: true,
    absolute: false,
    hinge: true,
  });
});

test("a foreseen wrong word has an answer of its own", () => {
  const says = (text: string) =>
    feedbackOn(questionOf("blank"), { kind: "typed", text }).says;
  expect(says("Step")).toBe("A pass holds many steps.");
  expect(says("moon")).toBe("Read again.");
  expect(says("pass")).toBe("So it is.");
});

test("what cannot be judged yet is told in a sentence", () => {
  const missing = (kind: Kind, answer: Answer) =>
    missingIn(present(questionOf(kind), 0), answer);
  const some = new Map([["squared", "steep"]]);
  expect(missing("one", { kind: "ticked", options: [] })).toMatch(/option/);
  expect(missing("number", { kind: "typed", text: "five" })).toMatch(/number/);
  expect(missing("blank", { kind: "typed", text: " " })).toMatch(/word/);
  expect(missing("match", { kind: "matched", to: some })).toMatch(/match/);
  expect(missing("blank", { kind: "typed", text: "five" })).toBeNull();
  expect(missing("number", { kind: "typed", text: "5" })).toBeNull();
});

test.each([
  ["12", 12],
  [" 0.5 ", 0.5],
  ["0,5", 0.5],
  ["160,000", 160_000],
  ["−3", -3],
  ["1e3", 1000],
  [".5", 0.5],
])("%j is read as %d", (text, value) => {
  expect(typedNumber(text)).toBe(value);
});

test.each(["", "five", "1.2.3", "NaN", "Infinity", "0x10", "1e999", "9".repeat(30)])(
  "%j is no number",
  (text) => {
    expect(typedNumber(text)).toBeNull();
  },
);
