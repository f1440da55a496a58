import { expect, test } from "vitest";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { ownSeed, seedFor, startFor } from "@/labs/assignment/learner-start";
import { brokenLocks, hasOneSeed, withLocks } from "@/labs/assignment/locks";
import { nameKey } from "@/labs/assignment/name-key";
import { fields, type Run } from "@/labs/run/run";
import { randomAssignment } from "./random-assignment";

const plain = "/labs/network?assignment=1";
const read = (link: string) => readLink(link)!.assignment!;

test.each([
  ["Ada", plain, 3452170431],
  ["Ang\u00e9lique 王小明 🙂", plain, 1299011598],
  ["Ada", "/labs/loss?assignment=1&goal=loss_0.1&lr=0.1", 2824186899],
])("the seed of %s in %s is what it always was", (name, link, seed) => {
  expect(ownSeed(name, link)).toBe(seed);
});

test("10,000 names have 10,000 seeds, every bit and range of them as often as another", () => {
  const seeds = Array.from({ length: 10_000 }, (_, at) =>
    ownSeed(`Learner ${at}`, plain),
  );
  expect(new Set(seeds).size).toBe(10_000);
  for (const seed of seeds) expect(fields.seed.parse(String(seed))).toBe(seed);
  for (let bit = 0; bit < 32; bit += 1) {
    const set = seeds.filter((seed) => (seed >>> bit) & 1).length;
    expect(Math.abs(set - 5000)).toBeLessThan(250);
  }
  const ranges = new Array<number>(64).fill(0);
  for (const seed of seeds) ranges[seed >>> 26]! += 1;
  // 64 ranges of 156 on average: a fair die stays within 5 standard deviations.
  for (const count of ranges) expect(Math.abs(count - 156.25)).toBeLessThan(62.5);
});

test("neighbouring names have seeds that differ in about half of their bits", () => {
  let bits = 0;
  for (let at = 0; at < 1000; at += 1) {
    let differing = ownSeed(`Ada ${at}`, plain) ^ ownSeed(`Ada ${at + 1}`, plain);
    for (; differing !== 0; differing &= differing - 1) bits += 1;
  }
  expect(bits / 1000).toBeGreaterThan(15.5);
  expect(bits / 1000).toBeLessThan(16.5);
});

test("a name has another seed in every other assignment", () => {
  const links = Array.from({ length: 500 }, (_, at) => linkOf(randomAssignment(at)));
  const seeds = new Set(links.map((link) => ownSeed("Ada", link)));
  expect(seeds.size).toBe(new Set(links).size);
});

test("where a name ends and a link begins cannot be moved", () => {
  expect(ownSeed("Ada/", "labs")).not.toBe(ownSeed("Ada", "/labs"));
});

test("each learner has an own seed unless the seed is locked, and all else is alike", () => {
  const free = read(`${plain}&seed=5&layers=8`);
  expect(hasOneSeed(free)).toBe(false);
  expect(seedFor(free, { name: "Ada" })).toBe(
    ownSeed(nameKey("Ada"), "/labs/network?layers=8&seed=5"),
  );
  expect(seedFor(free, { name: "Ada" })).not.toBe(seedFor(free, { name: "Bob" }));
  expect({ ...startFor(free, { name: "Ada" }), seed: 5 }).toEqual(free.run);
  const locked = read(`${plain}&lock=seed&seed=5&layers=8`);
  expect(hasOneSeed(locked)).toBe(true);
  expect(startFor(locked, { name: "Ada" })).toEqual(locked.run);
});

test("what is locked, and the seed, is put back; the rest is left", () => {
  const assignment = read(`${plain}&lock=data-layers-lr&layers=8`);
  const start = startFor(assignment, { name: "Ada" });
  const run: Run = {
    ...start,
    data: "xor",
    layers: [64],
    passes: 5,
    optimizer: "adam",
    seed: 1,
  };
  expect(brokenLocks(assignment, start, start)).toEqual([]);
  expect(brokenLocks(assignment, start, run)).toEqual(["data", "layers", "seed"]);
  expect(withLocks(assignment, start, run)).toEqual({
    run: { ...start, passes: 5, optimizer: "adam" },
    putBack: ["Data", "Hidden layers", "Seed"],
  });
  expect(withLocks(assignment, start, start)).toEqual({ run: start, putBack: [] });
});

test("typed weights stay where the assignment has typed them, and others are taken out", () => {
  const edit = (at: number, value = 0.25) => ({ at, value });
  const typed = read(`${plain}&layers=3&w=1_0.5*4_-1`);
  const start = startFor(typed, { name: "Ada" });
  const withEdits = (edits: Run["edits"]) => withLocks(typed, start, { ...start, edits });
  expect(withEdits([edit(1), edit(4)])).toEqual({
    ...{ run: { ...start, edits: [edit(1), edit(4)] }, putBack: [] },
  });
  expect(withEdits([edit(1), edit(2)])).toEqual({
    run: { ...start, edits: [edit(1)] },
    putBack: ["Typed weights"],
  });
  expect(withEdits([])).toMatchObject({ run: { edits: [] }, putBack: [] });
  const untyped = read(`${plain}&layers=3`);
  const own = startFor(untyped, { name: "Ada" });
  expect(withLocks(untyped, own, { ...own, edits: [edit(1)] })).toEqual({
    run: own,
    putBack: ["Typed weights"],
  });
  // Other settings break nothing by what is typed.
  expect(brokenLocks(typed, start, { ...start, rate: 0.3 })).toEqual([]);
});

test("an equal value written otherwise breaks no lock", () => {
  const assignment = read(`${plain}&lock=layers-act-w`);
  const start = startFor(assignment, { name: "Ada" });
  const run: Run = { ...start, layers: [...start.layers], edits: [] };
  expect(brokenLocks(assignment, start, run)).toEqual([]);
});

test("who locks the split locks all shares of the examples", () => {
  const assignment = read(`${plain}&lock=split&split=0.6&valid=0.2`);
  expect(assignment.run.validation).toBe(0.2);
  const start = startFor(assignment, { name: "Ada" });
  const run = { ...start, validation: 0 };
  expect(brokenLocks(assignment, start, run)).toEqual(["validation"]);
  expect(withLocks(assignment, start, run).run.validation).toBe(0.2);
});
