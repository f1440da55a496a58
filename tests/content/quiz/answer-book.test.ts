import { expect, test } from "vitest";
import {
  type AnswerBook,
  formatAnswerBook,
  merge,
  parseAnswerBook,
  record,
} from "@/content/quiz/answer-book";

const ticked = (...options: string[]) => ({ kind: "ticked", options }) as const;
const book: AnswerBook = record(
  record({}, "one-a", { answer: ticked("low"), right: false, at: 1000, took: 900.4 }),
  "two-b",
  { answer: { kind: "typed", text: "0,5 “”", seed: 7 }, right: true, at: 2000 },
);

test("a book comes back from its file unchanged", () => {
  expect(parseAnswerBook(formatAnswerBook(book))).toEqual(book);
  expect(parseAnswerBook(formatAnswerBook({}))).toEqual({});
});

test("the first answer counts, the latest is shown", () => {
  const given = { answer: ticked("high"), right: true, at: 3000, helped: true, took: 5 };
  const later = record(book, "one-a", given);
  expect(later["one-a"]).toEqual({
    first: ":low",
    firstRight: false,
    firstTook: 900,
    latest: ":high",
    right: true,
    at: 3000,
    tries: [
      { at: 1000, grade: "wrong" },
      { at: 3000, grade: "helped" },
    ],
  });
});

test("merging keeps the earlier first and the later latest, whatever the order", () => {
  const other = record({}, "one-a", { answer: ticked("mid"), right: true, at: 5000 });
  const both = merge(book, other);
  expect(both["one-a"]).toMatchObject({ first: ":low", latest: ":mid", at: 5000 });
  expect(both["one-a"]?.tries.map(({ at }) => at)).toEqual([1000, 5000]);
  expect(merge(other, book)).toEqual(both);
  expect(merge(both, book)).toEqual(both);
});

test("the wording of the first answer stays, through later ones, files and merging", () => {
  const answer = ticked("low");
  const second = { answer, right: false, at: 1000, wording: "second" } as const;
  const first = { answer, right: true, at: 2000, wording: "first" } as const;
  const one = record(record({}, "a", second), "a", first);
  expect(one.a?.wording).toBe("second");
  expect(parseAnswerBook(formatAnswerBook(one))).toEqual(one);
  // The first wording is as books have always been.
  const other = record(record({}, "a", first), "a", { ...second, at: 3000 });
  expect(Object.keys(other.a ?? {})).not.toContain("wording");
  expect(formatAnswerBook(other)).not.toContain("wording");
  expect(parseAnswerBook(formatAnswerBook(other))).toEqual(other);
  // Of both, the earlier first answer tells.
  for (const both of [merge(one, other), merge(other, one)]) {
    expect(both.a).toMatchObject({ wording: "second", at: 3000 });
  }
  const late = record({}, "a", { ...second, at: 9000 });
  for (const both of [merge(late, other), merge(other, late)]) {
    expect(both.a?.at).toBe(9000);
    expect(both.a?.wording).toBeUndefined();
  }
  const odd = formatAnswerBook(one).replace('"second"', '"third"');
  expect(parseAnswerBook(odd)?.a).not.toHaveProperty("wording");
});

const legal = JSON.parse(formatAnswerBook(book));
const entry = legal.answers["one-a"];

test.each([
  ["no JSON", "{"],
  ["another document", '{"roses": "red"}'],
  ["a list", "[]"],
  ["null", "null"],
  ["another version", JSON.stringify({ ...legal, version: 4 })],
  ["an odd id", JSON.stringify({ version: 3, answers: { "A b": entry } })],
  [
    "an entry without a time",
    JSON.stringify({ version: 3, answers: { a: { ...entry, at: null } } }),
  ],
  [
    "a moment that no date can tell",
    JSON.stringify({ version: 3, answers: { a: { ...entry, at: 1e16 } } }),
  ],
  [
    "a time to answer that no clock can tell",
    JSON.stringify({ version: 3, answers: { a: { ...entry, took: 1e300 } } }),
  ],
  [
    "an answer of no kind",
    JSON.stringify({ version: 3, answers: { a: { ...entry, first: {} } } }),
  ],
  [
    "a tick beyond all options",
    JSON.stringify({ version: 3, answers: { a: { ...entry, latest: "99" } } }),
  ],
  ["two million characters", `${formatAnswerBook(book)}${" ".repeat(2_000_000)}`],
  [
    "6,000 entries",
    JSON.stringify({
      version: 3,
      answers: Object.fromEntries(
        Array.from({ length: 6000 }, (_, at) => [`a${at}`, entry]),
      ),
    }),
  ],
])("a file with %s is refused", (_, text) => {
  expect(parseAnswerBook(text)).toBeNull();
});

test("two tabs’ tries are told together, however they are merged", () => {
  const given = (at: number, right: boolean) => ({ answer: ticked("high"), right, at });
  const one = record(
    record(book, "one-a", given(3000, true)),
    "one-a",
    given(7000, true),
  );
  const other = record(book, "one-a", given(5000, false));
  const both = merge(one, other);
  expect(both["one-a"]?.tries.map(({ at }) => at)).toEqual([1000, 3000, 5000, 7000]);
  expect(merge(other, one)).toEqual(both);
});

test("an id may be a word that objects know", () => {
  const entry = { answer: ticked("high"), right: true, at: 3000 };
  const odd = record({}, "constructor", entry);
  expect(merge({}, odd)).toEqual(odd);
  expect(merge(odd, {})).toEqual(odd);
});

test("of two tries in one moment the worse is told", () => {
  const of = (right: boolean) =>
    record(book, "one-a", { answer: ticked("high"), right, at: 3000 });
  for (const both of [merge(of(true), of(false)), merge(of(false), of(true))]) {
    expect(both["one-a"]?.tries.at(-1)).toEqual({ at: 3000, grade: "wrong" });
  }
});

test("of very many tries the latest are kept, and the first answer all the same", () => {
  let many = book;
  for (let at = 2000; at < 2100; at += 1) {
    many = record(many, "one-a", { answer: ticked("high"), right: true, at });
  }
  expect(many["one-a"]?.tries).toHaveLength(60);
  expect(many["one-a"]?.first).toBe(":low");
  expect(parseAnswerBook(formatAnswerBook(many))).toEqual(many);
});

test("a time to answer of more than an hour is not told", () => {
  const took = (took: number) =>
    record({}, "a", { answer: ticked("high"), right: true, at: 1, took }).a?.firstTook;
  expect([took(12.4), took(3_600_001), took(-5)]).toEqual([12, null, 0]);
});

test.each([
  ["objects that have no text", '{"toString":1,"valueOf":1}'],
  ["lists in lists", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  ["texts", '"0"'],
])("a file of version 1 with %s for positions is refused", (_, position) => {
  const answer = `{"kind":"ticked","options":[${position}]}`;
  const entry = `{"first":${answer},"firstRight":true,"latest":${answer},"right":true,"at":1}`;
  expect(parseAnswerBook(`{"version":1,"answers":{"a":${entry}}}`)).toBeNull();
});

test("a file of version 1 is read: its answers, and one try for each", () => {
  const answer = { kind: "ticked", options: [2, 0] };
  const typed = { kind: "typed", text: "3.5" };
  const entry = { first: answer, firstRight: false, latest: typed, right: true, at: 9 };
  const read = parseAnswerBook(JSON.stringify({ version: 1, answers: { a: entry } }));
  expect(read?.a).toEqual({
    first: "0-2",
    firstRight: false,
    firstTook: null,
    latest: "=3.5",
    right: true,
    at: 9,
    tries: [{ at: 9, grade: "right" }],
  });
});

test("a file of version 2 is read, and its texts stay until they are answered anew", () => {
  const entry = {
    ...{ first: "0-2", firstRight: false, took: 7, latest: "~1-x-0" },
    ...{ right: true, at: 9, tries: [[9, 2]] },
  };
  const read = parseAnswerBook(JSON.stringify({ version: 2, answers: { a: entry } }));
  expect(read?.a).toMatchObject({ first: "0-2", latest: "~1-x-0", firstTook: 7 });
  expect(parseAnswerBook(formatAnswerBook(read ?? {}))).toEqual(read);
});

test("how sure the reader was is kept with each try, and told by files of this version alone", () => {
  const given = { answer: ticked("low"), right: true };
  const sure = record(book, "one-a", { ...given, at: 4000, sure: 85 });
  const unsaid = record(sure, "one-a", { ...given, at: 5000, sure: null });
  expect(unsaid["one-a"]?.tries).toEqual([
    { at: 1000, grade: "wrong" },
    { at: 4000, grade: "right", sure: 85 },
    { at: 5000, grade: "right" },
  ]);
  expect(parseAnswerBook(formatAnswerBook(unsaid))).toEqual(unsaid);
  expect(merge(unsaid, book)["one-a"]?.tries[1]).toMatchObject({ sure: 85 });
  // What earlier versions read of a try stands where it stood.
  const { tries } = JSON.parse(formatAnswerBook(unsaid)).answers["one-a"];
  expect(tries.map((one: number[]) => one.slice(0, 2))).toEqual([
    [1000, 0],
    [4000, 2],
    [5000, 2],
  ]);
});

test.each([49, 101, "80", null])("a try that is %j percent sure is refused", (sure) => {
  const tries = [[1000, 0, sure]];
  const odd = { version: 3, answers: { a: { ...entry, tries } } };
  expect(parseAnswerBook(JSON.stringify(odd))).toBeNull();
});
