import { expect, test } from "vitest";
import type { ItemReport } from "@/content/items/item-shape";
import { rewriteList, wordingsCompared } from "@/content/items/rewrite-list";
import { askedAs, questionsOf, reportsOf, simulated } from "./simulated-class";

/** A question that nothing is wrong with. */
const sound = (question: string, part: Partial<ItemReport> = {}): ItemReport => ({
  ...{ question, wording: "both", answered: 100, right: 65, halves: null },
  discrimination: { r: 0.4, low: 0.22, high: 0.55, learners: 100 },
  time: { lower: 20, median: 30, upper: 45, known: 100 },
  sure: { said: 100, mean: 70, right: 65, surely: { count: 40, wrong: 6 } },
  ...{ pulls: [], votes: null },
  ...part,
});

const halves = { upper: 50, lower: 50 };

const textOf = (question: string, option: string) => `${option} of ${question}`;

const listOf = (...reports: ItemReport[]) => rewriteList([reports], textOf);

const flawsIn = (...reports: ItemReport[]) =>
  listOf(...reports).map(({ question, reasons }) => [
    question,
    ...reasons.map(({ flaw }) => flaw),
  ]);

test("the gravest reason comes first, and sound questions last, in their order", () => {
  const times = { lower: 60, median: 90, upper: 100, known: 100 };
  const reports = [
    sound("sound"),
    sound("easy", { right: 98 }),
    sound("unused", {
      halves,
      pulls: [{ option: "b", drew: 0, halves: { upper: 0, lower: 0 } }],
    }),
    sound("slow", { time: times }),
    sound("hard", { right: 25 }),
    sound("surely", {
      sure: { said: 100, mean: 70, right: 65, surely: { count: 40, wrong: 20 } },
    }),
    sound("pulled", {
      halves,
      pulls: [{ option: "b", drew: 25, halves: { upper: 20, lower: 5 } }],
    }),
    sound("negative", {
      discrimination: { r: -0.4, low: -0.55, high: -0.22, learners: 100 },
    }),
    sound("also sound"),
  ];
  expect(flawsIn(...reports)).toEqual([
    ["negative", "negative"],
    ["pulled", "draws the upper half"],
    ["surely", "sure and wrong"],
    ["hard", "too hard"],
    ["slow", "very slow"],
    ["unused", "nobody takes"],
    ["easy", "too easy"],
    ["sound"],
    ["also sound"],
  ]);
  const says = Object.fromEntries(
    listOf(...reports).map(({ question, reasons }) => [question, reasons[0]?.says]),
  );
  expect(says).toMatchObject({
    negative:
      "Negative discrimination: those who do well on the other questions are more often wrong here (r = −0.40; −0.55 to −0.22). Check its key first.",
    pulled:
      "The option “b of pulled” draws the upper half: 20 of 50 of it, and of the lower half 5 of 50.",
    surely: "Sure and wrong: of those who gave it 80 % or more, 20 of 40 were wrong.",
    hard: "Too hard: 25 % were right at the first try (25 of 100; 18 % to 34 %).",
    slow: "Very slow: half needed more than 90 s; for the middle question it is 30 s.",
    unused: "Nobody takes the option “b of unused”, although 35 answered wrongly.",
    easy: "Too easy: 98 % were right at the first try (98 of 100; 93 % to 99 %).",
  });
});

test("what may be chance is no reason", () => {
  expect(
    flawsIn(
      sound("hard by chance", { answered: 20, right: 6 }),
      sound("easy by chance", { answered: 20, right: 20 }),
      sound("few", { answered: 19, right: 0 }),
      sound("nobody", { answered: null, right: null }),
      sound("negative", {
        discrimination: { r: -0.3, low: -0.65, high: 0.16, learners: 20 },
      }),
      sound("pulled", {
        halves,
        pulls: [{ option: "b", drew: 21, halves: { upper: 12, lower: 9 } }],
      }),
      sound("surely", {
        sure: { said: 30, mean: 70, right: 20, surely: { count: 20, wrong: 6 } },
      }),
      sound("hidden", {
        pulls: [{ option: "b", drew: null, halves: null }],
        sure: { said: 30, mean: 70, right: 20, surely: { count: 20, wrong: null } },
      }),
      sound("right", {
        ...{ answered: 30, right: 25 },
        pulls: [{ option: "b", drew: 0, halves: null }],
      }),
    ).filter(([, ...flaws]) => flaws.length > 0),
  ).toEqual([]);
});

test("slow is told where there are questions to compare with", () => {
  const slow = sound("slow", {
    time: { lower: 200, median: 300, upper: 400, known: 20 },
  });
  const others = ["a", "b", "c", "d"].map((id) => sound(id));
  expect(flawsIn(slow, ...others.slice(1))[0]).toEqual(["slow"]);
  expect(flawsIn(slow, ...others)[0]).toEqual(["slow", "very slow"]);
});

test("several classes tell together what each is too small to tell", () => {
  const part = { discrimination: null, time: null, sure: null } as const;
  const small = sound("hard", { ...part, answered: 15, right: 2 });
  expect(flawsIn(small)).toEqual([["hard"]]);
  const [item] = rewriteList([[small], [small], [small]], textOf);
  expect(item?.first).toEqual({ count: 6, of: 45 });
  expect(item?.reasons.map(({ flaw }) => flaw)).toEqual(["too hard"]);

  const against = { r: -0.3, low: -0.6, high: 0.08, learners: 25 };
  const unsure = sound("negative", { discrimination: against });
  expect(flawsIn(unsure)).toEqual([["negative"]]);
  const [both] = rewriteList([[unsure], [unsure], [unsure]], textOf);
  expect(both?.reasons.map(({ flaw }) => flaw)).toEqual(["negative"]);
});

test("two wordings are compared in words", () => {
  expect(wordingsCompared({ count: 3, of: 19 }, { count: 30, of: 31 })).toBe(
    "First wording 3 of 19 right, second 30 of 31: too few to tell.",
  );
  // The published interval of 56/70 − 48/80 is 0.0524 to 0.3339.
  expect(wordingsCompared({ count: 48, of: 80 }, { count: 56, of: 70 })).toBe(
    "First wording 48 of 80 right, second 56 of 70: the second is easier, by 20 percentage points (5 to 33).",
  );
  expect(wordingsCompared({ count: 56, of: 70 }, { count: 48, of: 80 })).toBe(
    "First wording 56 of 70 right, second 48 of 80: the second is harder, by −20 percentage points (−33 to −5).",
  );
  expect(wordingsCompared({ count: 30, of: 60 }, { count: 32, of: 60 })).toBe(
    "First wording 30 of 60 right, second 32 of 60: a difference of 3 percentage points (−14 to 21), which may be chance.",
  );
  const worded = (["first", "second"] as const).map((wording) =>
    sound("p", { ...{ wording, answered: 40, right: wording === "first" ? 10 : 30 } }),
  );
  const [item] = listOf(sound("p", { answered: 80, right: 40 }), ...worded);
  expect(item?.first).toEqual({ count: 40, of: 80 });
  expect(item?.wordings).toContain("the second is easier");
  expect(listOf(sound("p"))[0]?.wordings).toBeNull();
});

test("a simulated class shows the questions that were made badly, and few others", () => {
  const bad = [
    { id: "reversed", difficulty: 0, slope: -2, flaw: "negative" },
    { id: "hardest", difficulty: 3, slope: 1.5, flaw: "too hard" },
    { id: "easiest", difficulty: -5, slope: 1.5, flaw: "too easy" },
  ];
  const good = Array.from({ length: 20 }, (_, at) => ({
    ...{ id: `good-${at}`, difficulty: -1 + at / 10, slope: 1.5 },
  }));
  const items = [...good, ...bad];
  const questions = questionsOf(...items.map(({ id }) => askedAs(id)));
  const classes = [1, 2].map((seed) => reportsOf(questions, simulated(items, 120, seed)));
  const list = rewriteList(classes, textOf);
  for (const { id, flaw } of bad) {
    const found = list.findIndex(({ question }) => question === id);
    expect(list[found]?.reasons.map((reason) => reason.flaw)).toContain(flaw);
    expect(found).toBeLessThan(bad.length + 2);
  }
  const blamed = list.filter(
    ({ question, reasons }) => question.startsWith("good") && reasons.length > 0,
  );
  expect(blamed.length).toBeLessThanOrEqual(2);
});
