import { expect, test } from "vitest";
import { closesFor, dueFor, lastDue } from "@/app/server/due-times";

const at = (text: string) => Date.parse(text);

const extensions = [
  { learner: "ada", due: "2030-02-03" },
  { learner: "bo", due: "2030-01-01T10:00Z" },
];

test("a day is over at noon of the next in universal time, and a minute at its own", () => {
  const due = (due: string) => dueFor({ due, closes: null, extensions: [] }, "ada");
  expect(due("2030-01-31")).toBe(at("2030-02-01T12:00Z"));
  expect(due("2030-01-31T10:15Z")).toBe(at("2030-01-31T10:15Z"));
});

test("a learner’s own due date goes before the assignment’s, and nobody else’s does", () => {
  const dates = { due: "2030-01-31", closes: null, extensions };
  expect(dueFor(dates, "ada")).toBe(at("2030-02-04T12:00Z"));
  expect(dueFor(dates, "bo")).toBe(at("2030-01-01T10:00Z"));
  expect(dueFor(dates, "cy")).toBe(at("2030-02-01T12:00Z"));
  expect(dueFor({ ...dates, due: null }, "ada")).toBe(at("2030-02-04T12:00Z"));
  expect(dueFor({ ...dates, due: null }, "cy")).toBe(null);
});

test("an extension puts the end off, and never forward", () => {
  const closes = at("2030-01-15T00:00Z");
  const dates = { due: null, closes, extensions };
  expect(closesFor(dates, "ada")).toBe(at("2030-02-04T12:00Z"));
  expect(closesFor(dates, "bo")).toBe(closes);
  expect(closesFor(dates, "cy")).toBe(closes);
  expect(closesFor({ ...dates, closes: null }, "ada")).toBe(null);
});

test("the last due date is the latest of all there are", () => {
  const dates = { due: "2030-01-31", closes: null, extensions };
  expect(lastDue(dates)).toBe(at("2030-02-04T12:00Z"));
  expect(lastDue({ ...dates, due: "2030-03-01" })).toBe(at("2030-03-02T12:00Z"));
  expect(lastDue({ ...dates, due: null, extensions: extensions.slice(1) })).toBe(
    at("2030-01-01T10:00Z"),
  );
  expect(lastDue({ ...dates, extensions: [] })).toBe(at("2030-02-01T12:00Z"));
  expect(lastDue({ due: null, closes: 1, extensions: [] })).toBe(null);
});
