import { expect, test } from "vitest";
import { itemCsv, itemsInCsv } from "@/content/items/item-csv";
import type { FirstAnswer } from "@/content/items/item-report";
import { type ItemReport, itemShape } from "@/content/items/item-shape";
import { wilsonInterval } from "@/content/items/statistics";
import { seeded } from "@/content/quiz/kinds/draw";
import { everyKind } from "../quiz/every-kind";
import { answerOf, askedAs, questionsOf, reportsOf, simulated } from "./simulated-class";

const names = (count: number) =>
  Array.from({ length: count }, (_, at) => `learner ${at}`);

function reportIn(reports: readonly ItemReport[], id: string, wording = "both") {
  const found = reports.find((one) => one.question === id && one.wording === wording);
  if (!found) throw new Error(`No report of ${id}.`);
  return found;
}

test("a simulated class is found as it was made", () => {
  const items = Array.from({ length: 24 }, (_, at) => ({
    id: `q-${at}`,
    difficulty: -2 + (4 * at) / 23,
    slope: [0, 1, 2, -1.5][at % 8 < 4 ? at % 4 : 2] ?? 2,
  }));
  const questions = questionsOf(...items.map(({ id }) => askedAs(id)));
  const reports = reportsOf(questions, simulated(items, 600, 5));
  expect(reports.map(({ question }) => question)).toEqual(items.map(({ id }) => id));

  // The chance of a right answer, over all abilities: the sum of a fine grid.
  const grid = Array.from({ length: 1601 }, (_, at) => -8 + at / 100);
  let held = 0;
  for (const { id, difficulty, slope } of items) {
    const truth = grid.reduce(
      (sum, ability) =>
        sum +
        Math.exp(-(ability ** 2) / 2) / (1 + Math.exp(-slope * (ability - difficulty))),
      0,
    );
    const share = truth / 100 / Math.sqrt(2 * Math.PI);
    const { right, answered, discrimination, pulls } = reportIn(reports, id);
    const range = wilsonInterval({ count: right ?? 0, of: answered ?? 0 });
    if (range.low <= share && share <= range.high) held += 1;
    const { low = 0, high = 0 } = discrimination ?? {};
    if (slope < 0) expect([id, high < 0]).toEqual([id, true]);
    if (slope === 0) expect([id, low < 0.1 && high > -0.1]).toEqual([id, true]);
    if (slope === 2) expect([id, low > 0.1]).toEqual([id, true]);
    expect(pulls.map(({ option }) => option)).toEqual(["b", "c", "d"]);
  }
  expect(held).toBeGreaterThanOrEqual(21);
});

test("every figure is what counting by hand gives", () => {
  const ids = ["p", "q", "r", "s", "t", "u", "v"];
  const draw = seeded("by hand", 2);
  const answers = names(37).flatMap((learner) =>
    ids
      .filter((id) => id === "p" || draw(8) > 0)
      .map((id) =>
        answerOf(learner, id, ["a", "a", "b", "c"][draw(4)] ?? "a", {
          took: 1000 * (1 + draw(90)),
          sure: 50 + 5 * draw(11),
        }),
      ),
  );
  const questions = questionsOf(...ids.map((id) => askedAs(id)));
  const found = reportIn(reportsOf(questions, answers), "p");

  const own = answers.filter(({ question }) => question === "p");
  const right = own.filter(({ firstRight }) => firstRight);
  expect(found).toMatchObject({ answered: 37, right: right.length });
  const restOf = ({ learner }: FirstAnswer) => {
    const others = answers.filter((o) => o.learner === learner && o.question !== "p");
    const share = others.filter(({ firstRight }) => firstRight).length / others.length;
    return others.length < 5 ? null : share;
  };
  const pairs = own.flatMap((one) => {
    const rest = restOf(one);
    return rest === null ? [] : [{ ...one, rest }];
  });
  // Some have too few other answers to tell.
  expect(pairs.length).toBeLessThan(37);
  const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
  const rests = pairs.map(({ rest }) => rest);
  const spread = Math.sqrt(mean(rests.map((rest) => (rest - mean(rests)) ** 2)));
  const yes = pairs.filter(({ firstRight }) => firstRight).map(({ rest }) => rest);
  const no = pairs.filter(({ firstRight }) => !firstRight).map(({ rest }) => rest);
  const shares = Math.sqrt(yes.length * no.length) / pairs.length;
  const r = ((mean(yes) - mean(no)) / spread) * shares;
  expect(found.discrimination?.r).toBeCloseTo(r, 3);
  expect(found.discrimination?.learners).toBe(pairs.length);

  const sorted = rests.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  const middle = ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
  const upper = pairs.filter(({ rest }) => rest >= middle).length;
  expect(found.halves).toEqual({ upper, lower: pairs.length - upper });

  const times = own.map(({ took }) => (took ?? 0) / 1000).sort((a, b) => a - b);
  expect(found.time).toEqual({
    ...{ lower: times[9], median: times[18], upper: times[27], known: 37 },
  });
  const sure = own.flatMap(({ sure }) => sure ?? []);
  const surely = own.filter((one) => (one.sure ?? 0) >= 80);
  expect(found.sure).toMatchObject({ said: 37, mean: Math.round(mean(sure)) });
  expect(found.sure?.right).toBe(right.length);
  expect(surely.length < 20).toBe(found.sure?.surely === null);
});

test("an option's pull is counted in all, and in either half", () => {
  const others = ["o-1", "o-2", "o-3", "o-4", "o-5"];
  const questions = questionsOf(...["p", ...others].map((id) => askedAs(id)));
  // Twenty who know it all, and twenty who know nothing else.
  const answers = names(40).flatMap((learner, at) => [
    answerOf(learner, "p", at < 12 ? "b" : at < 20 ? "a" : at < 30 ? "b" : "c"),
    ...others.map((id) => answerOf(learner, id, at < 20 ? "a" : "b")),
  ]);
  const found = reportIn(reportsOf(questions, answers), "p");
  expect(found.halves).toEqual({ upper: 20, lower: 20 });
  expect(found.pulls).toEqual([
    { option: "b", drew: 22, halves: { upper: 12, lower: 10 } },
    { option: "c", drew: 10, halves: { upper: 0, lower: 10 } },
    { option: "d", drew: 0, halves: { upper: 0, lower: 0 } },
  ]);
});

test.each([
  [4, { answered: null, right: null }],
  [5, { answered: 5, right: 3 }],
  [19, { answered: 19, right: 12 }],
])("of %i learners there are counts at most", (count, told) => {
  const ids = ["p", "q", "r", "s", "t", "u", "v"];
  const questions = questionsOf(...ids.map((id) => askedAs(id)));
  const answers = names(count).flatMap((learner, at) =>
    ids.map((id) => {
      const option = ["b", "a", "a"][at % 3] ?? "a";
      return answerOf(learner, id, option, { took: 9, sure: 90 });
    }),
  );
  const found = reportIn(reportsOf(questions, answers), "p");
  expect(found).toEqual({
    ...{ question: "p", wording: "both", ...told, discrimination: null },
    ...{ time: null, sure: null, halves: null, pulls: [], votes: null },
  });
});

test("a cell of one to four is not told, nor is one that would tell it", () => {
  const questions = questionsOf(askedAs("p"));
  const given = (counts: Record<string, number>) =>
    Object.entries(counts).flatMap(([option, count]) =>
      names(count).map((name) => answerOf(`${option} ${name}`, "p", option)),
    );
  const drew = (counts: Record<string, number>) =>
    reportIn(reportsOf(questions, given(counts)), "p").pulls.map(({ drew }) => drew);
  expect(drew({ a: 20, b: 9, c: 5, d: 0 })).toEqual([9, 5, 0]);
  expect(drew({ a: 20, b: 9, c: 4, d: 6 })).toEqual([9, null, null]);
  expect(drew({ a: 20, b: 9, c: 4, d: 1 })).toEqual([9, null, null]);
  expect(drew({ a: 20, b: 0, c: 4, d: 0 })).toEqual([0, null, 0]);
});

test("each wording stands alone once five had it, with its counts alone", () => {
  const questions = questionsOf(askedAs("p", "\n  reworded: And what is p?"));
  const given = (second: number) =>
    names(30).map((name, at) => {
      const wording = at < second && ({ wording: "second" } as const);
      const more = { ...wording, took: 5000, sure: 90 };
      return answerOf(name, "p", at % 2 ? "a" : "b", more);
    });
  const few = reportsOf(questions, given(4));
  expect(few.map(({ wording }) => wording)).toEqual(["both"]);
  const some = reportsOf(questions, given(6));
  const counts = some.map(({ wording, answered, right }) => [wording, answered, right]);
  expect(counts).toEqual([
    ["both", 30, 15],
    ["first", 24, 12],
    ["second", 6, 3],
  ]);
  expect(some[0]?.time).not.toBeNull();
  // What one wording told beside both would tell of the other.
  expect(some.slice(1).map(({ time, sure }) => [time, sure])).toEqual([
    [null, null],
    [null, null],
  ]);
});

test("nothing that a learner is called or has written comes out", () => {
  const planted = ["ada-lovelace", "zuse", "2031-05-06"];
  const texts = [
    ...[":ada-lovelace", "=Ada Lovelace", ">zuse", "~zuse:zuse", "?zuse", "?zuse:zuse"],
    ...["none", "Ada Lovelace", "7=zuse", "=2031-05-06", ":this,zuse"],
  ];
  const answers = names(60).flatMap((_, at) =>
    [...everyKind, { id: "zuse" }].map(({ id }): FirstAnswer => {
      const first = texts[at % texts.length] ?? "";
      const learner = `ada-lovelace zuse 2031-05-06 ${at}`;
      const figures = { took: 1_935_878_400_123, sure: 95 };
      return { learner, question: id, first, firstRight: at % 2 === 0, ...figures };
    }),
  );
  const reports = reportsOf(everyKind, answers);
  expect(reports.map(({ question }) => question)).toEqual(everyKind.map(({ id }) => id));
  for (const text of [JSON.stringify(reports), itemCsv(reports)]) {
    for (const name of planted) expect(text.toLowerCase()).not.toContain(name);
    expect(text).not.toMatch(/lovelace|learner 5|1935878400123/i);
  }
});

test("a table is read back as it was, by any spreadsheet's separator", () => {
  const items = ["p", "q", "r", "s", "t", "u"].map((id, at) => ({
    ...{ id, difficulty: at - 2, slope: at === 3 ? -2 : 2 },
  }));
  const questions = questionsOf(
    ...items.map(({ id }) => askedAs(id, `\n  reworded: "And ${id}?"`)),
  );
  for (const learners of [3, 12, 30, 200]) {
    const answers = simulated(items, learners, learners).map(
      (answer, at): FirstAnswer => ({
        ...answer,
        took: at % 3 ? 1000 * at : null,
        ...(at % 4 > 0 && { sure: 50 + 5 * (at % 11) }),
        ...(at % 5 === 0 && { wording: "second" }),
      }),
    );
    const reports = reportsOf(questions, answers);
    for (const report of reports) expect(itemShape.parse(report)).toEqual(report);
    const text = itemCsv(reports);
    expect(itemsInCsv(text)).toEqual(reports);
    expect(itemsInCsv(`\ufeff${text}`)).toEqual(reports);
    // No cell of such a table holds a semicolon, and its texts' commas are all quoted.
    const german = text
      .split("\r\n")
      .map((line, at) =>
        at === 0 ? line : line.replaceAll(",", ";").replaceAll(".", ","),
      );
    german[0] = (german[0] ?? "").replace(/,(?! )/g, ";");
    expect(itemsInCsv(german.join("\n"))).toEqual(reports);
  }
});

test("a table of something else is refused in a sentence, and a changed one by its line", () => {
  const problemIn = (text: string) => {
    const read = itemsInCsv(text);
    return "problem" in read ? read.problem : "";
  };
  expect(problemIn("name,points\nAda,3")).toMatch(
    /^This is no table of measured questions/,
  );
  expect(problemIn("")).toContain("empty");
  const text = itemCsv(
    reportsOf(
      questionsOf(askedAs("p")),
      names(25).map((name) => answerOf(name, "p", "b")),
    ),
  );
  expect(problemIn(text.replace("both,,25,0", "both,,25,26"))).toBe(
    "Line 2 cannot be read: it was changed.",
  );
  expect(problemIn(text.replace("p,both,b,", "x,both,b,"))).toBe(
    "Line 3 is not under its question.",
  );
});
