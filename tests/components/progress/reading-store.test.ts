import { expect, test } from "vitest";
import { latestReading, parseReading, readTo } from "@/components/progress/reading-store";

test("a section is read once, whatever comes after, and the place moves on", () => {
  const first = readTo({}, "gpus", { section: "two", at: 1, ended: "one" });
  const again = readTo(first, "gpus", { section: "two", at: 2, ended: "one" });
  const back = readTo(again, "gpus", { section: "one", at: 3, ended: null });
  expect(back).toEqual({ gpus: { section: "one", at: 3, read: ["one"] } });
});

test("the lesson left last is the one to go on with", () => {
  expect(latestReading({})).toBe(null);
  const book = {
    one: { section: "a", at: 5, read: [] },
    two: { section: "b", at: 9, read: [] },
    three: { section: "c", at: 7, read: [] },
  };
  expect(latestReading(book)?.slug).toBe("two");
});

test("a book is read as it was written, and of an odd one what is whole", () => {
  const book = { gpus: { section: "a-part", at: 5, read: ["a-part"] } };
  expect(parseReading(JSON.stringify(book))).toEqual(book);
  const odd = { ...book, vm: { section: "<b>", at: 1, read: [] }, "a b": book.gpus };
  expect(parseReading(JSON.stringify(odd))).toEqual(book);
  expect(parseReading("[]")).toBe(null);
  expect(parseReading("{")).toBe(null);
});
