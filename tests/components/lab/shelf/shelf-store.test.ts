import { expect, test } from "vitest";
import {
  formatShelf,
  type KeptRun,
  parseShelf,
} from "@/components/lab/shelf/shelf-store";

const kept: KeptRun = {
  id: "1",
  lab: "network",
  name: "A run",
  query: "lr=0.1",
  diverged: false,
  drawn: true,
  curve: [
    { pass: 0, trainLoss: 1, heldLoss: 1.5 },
    { pass: 1, trainLoss: 0.5, heldLoss: 0.75 },
  ],
};
const written = (change: object) => JSON.stringify([stored(change)]);
const stored = (change: object) => {
  const [run] = JSON.parse(formatShelf([kept]));
  return { ...run, ...change };
};

test("a shelf is read back as it was written", () => {
  expect(parseShelf(formatShelf([kept]))).toEqual([kept]);
});

test("a shelf that was tampered with is not read, whatever was done to it", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, pass) => [pass, 1, 1]);
  const hostile = [
    "",
    "null",
    "{}",
    "[1]",
    '{"__proto__":[]}',
    written({ id: 1 }),
    written({ name: "n".repeat(61) }),
    written({ query: "9".repeat(20_000) }),
    written({ curve: [] }),
    written({ curve: [[0, null, 1]] }),
    written({ curve: [[0, "1", 1]] }),
    written({ curve: many(401) }),
    written({}).replace("[0,1,1.5]", "[0,1e999,1]"),
    JSON.stringify([stored({}), stored({})]),
    JSON.stringify(Array.from({ length: 501 }, (_, id) => stored({ id: String(id) }))),
  ];
  for (const text of hostile) expect(parseShelf(text), text.slice(0, 90)).toBeNull();
  expect(parseShelf(written({ curve: many(400) }))).toHaveLength(1);
});
