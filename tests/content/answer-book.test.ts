import { expect, test } from "vitest";
import {
  type AnswerBook,
  formatAnswerBook,
  merge,
  parseAnswerBook,
  record,
} from "@/content/answer-book";

const ticked = (...options: number[]) => ({ kind: "ticked", options }) as const;
const book: AnswerBook = record(
  record({}, "one-a", ticked(1), false, 1000),
  "two-b",
  { kind: "typed", text: "0,5 “”" },
  true,
  2000,
);

test("a book comes back from its file unchanged", () => {
  expect(parseAnswerBook(formatAnswerBook(book))).toEqual(book);
  expect(parseAnswerBook(formatAnswerBook({}))).toEqual({});
});

test("the first answer counts, the latest is shown", () => {
  const later = record(book, "one-a", ticked(0), true, 3000);
  expect(later["one-a"]).toEqual({
    first: ticked(1),
    firstRight: false,
    latest: ticked(0),
    right: true,
    at: 3000,
  });
});

test("merging keeps the earlier first and the later latest, whatever the order", () => {
  const other = record({}, "one-a", ticked(2), true, 5000);
  const both = merge(book, other);
  expect(both["one-a"]).toMatchObject({ first: ticked(1), latest: ticked(2), at: 5000 });
  expect(merge(other, book)).toEqual(both);
  expect(merge(both, book)).toEqual(both);
});

const legal = JSON.parse(formatAnswerBook(book));
const entry = legal.answers["one-a"];

test.each([
  ["no JSON", "{"],
  ["another document", '{"roses": "red"}'],
  ["a list", "[]"],
  ["null", "null"],
  ["another version", JSON.stringify({ ...legal, version: 2 })],
  ["an odd id", JSON.stringify({ version: 1, answers: { "A b": entry } })],
  [
    "an entry without a time",
    JSON.stringify({ version: 1, answers: { a: { ...entry, at: null } } }),
  ],
  [
    "an answer of no kind",
    JSON.stringify({ version: 1, answers: { a: { ...entry, first: {} } } }),
  ],
  [
    "a tick beyond all options",
    JSON.stringify({ version: 1, answers: { a: { ...entry, latest: ticked(99) } } }),
  ],
  ["a million characters", `${formatAnswerBook(book)}${" ".repeat(1_000_000)}`],
  [
    "6,000 entries",
    JSON.stringify({
      version: 1,
      answers: Object.fromEntries(
        Array.from({ length: 6000 }, (_, at) => [`a${at}`, entry]),
      ),
    }),
  ],
])("a file with %s is refused", (_, text) => {
  expect(parseAnswerBook(text)).toBeNull();
});
