// What a browser holds for its reader: read whole, and written as it was.
import { expect, test } from "vitest";
import { parseWork } from "@/components/assignment/do/kept-work";
import { parseDrafts } from "@/components/class/graded/graded-drafts";
import { parseJoined } from "@/components/class/joined-classes";
import { keyOf, parseEntry } from "@/components/class/learner/outbox-entry";
import { formatShelf, parseShelf } from "@/components/lab/shelf/shelf-store";
import kept from "./browser.json";

const { learner, teacher } = kept;

test.each([
  ["graded answers that wait", parseDrafts, learner["next-pass-graded"]],
  ["classes that were joined", parseJoined, learner["next-pass-classes"]],
] as const)("%s", (_, parse, text) => {
  const read = parse(text);
  expect(read).toEqual(JSON.parse(text));
  expect(JSON.stringify(read)).toBe(text);
});

test("work for assignments, which told no seed then", () => {
  const text = learner["next-pass-work"];
  const before: object[] = JSON.parse(text);
  expect(before).toHaveLength(2);
  expect(parseWork(text)).toEqual(before.map((work) => ({ ...work, seed: null })));
});

test("the shelf of runs", () => {
  const text = teacher["next-pass-shelf"];
  const read = parseShelf(text);
  const [first] = JSON.parse(text);
  expect(read).toHaveLength(1);
  expect(read?.[0]).toMatchObject({
    name: "The first, “quoted”",
    query: "samples=60&lr=0.3&passes=30&device=cpu",
    curve: first.curve.map(([pass, trainLoss, heldLoss]: number[]) => ({
      ...{ pass, trainLoss, heldLoss },
    })),
  });
  expect(formatShelf(read ?? [])).toBe(text);
});

test("what waits in the outbox keeps its key, so that it goes in once", () => {
  const names = Object.keys(learner).filter((name) =>
    name.startsWith("next-pass-outbox-"),
  );
  const texts = Object.entries(learner).filter(([name]) => names.includes(name));
  expect(texts).toHaveLength(2);
  for (const [name, text] of texts) {
    const entry = parseEntry(text);
    if (!entry) throw new Error("It is not read.");
    expect(entry).toEqual(JSON.parse(text));
    expect(name).toBe(`next-pass-outbox-${entry.key}`);
    expect(keyOf(entry)).toBe(entry.key);
  }
});
