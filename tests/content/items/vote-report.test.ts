import { expect, test } from "vitest";
import { itemCsv, itemsInCsv } from "@/content/items/item-csv";
import { itemShape } from "@/content/items/item-shape";
import { rewriteList } from "@/content/items/rewrite-list";
import { normalisedGain, pooledVotes, votesText } from "@/content/items/vote-report";
import { askedAs, questionsOf, reportsOf } from "./simulated-class";

const questions = questionsOf(askedAs("p"), askedAs("q"));

/** So many who chose one option of `p` before and one after; `a` is right. */
type Group = readonly [before: string, after: string, count: number];

const voters = (...groups: readonly Group[]) =>
  groups.flatMap(([before, after, count]) =>
    Array.from({ length: count }, (_, at) => ({
      ...{ learner: `ada-lovelace ${before}${after} ${at}`, question: "p" },
      ...{ before, after },
    })),
  );

const reportsBy = (...groups: readonly Group[]) =>
  reportsOf(questions, [], voters(...groups));

function votesBy(...groups: readonly Group[]) {
  const [report] = reportsBy(...groups);
  if (!report?.votes) throw new Error("Somebody voted.");
  return report.votes;
}

test("who voted both times is counted before and after, and who changed", () => {
  const votes = votesBy(["a", "a", 10], ["b", "a", 9], ["a", "c", 6], ["b", "c", 15]);
  expect(votes).toEqual({
    ...{ twice: 40, right: { before: 16, after: 19 } },
    changed: { toRight: 9, toWrong: 6 },
  });
  expect(normalisedGain(votes)).toBeCloseTo(3 / 24);
  expect(votesText(votes)).toBe(
    "40 learners voted both times; right before 16 (40 %), after 19 (48 %); 9 changed to right, 6 away from it; normalised gain 0.13",
  );
});

test("a question that was voted on and never answered has a report", () => {
  const reports = reportsBy(["a", "a", 5]);
  expect(reports.map((one) => [one.question, one.answered, one.right])).toEqual([
    ["p", 0, 0],
  ]);
  expect(itemsInCsv(itemCsv(reports))).toEqual(reports);
});

test("of a learner the first pair counts, and an option that is no more does not", () => {
  const [ada] = voters(["b", "a", 1]);
  if (!ada) throw new Error("There is one.");
  const others = voters(["a", "a", 5]);
  const again = { ...ada, after: "b" };
  const gone = { ...ada, learner: "Bo", before: "of-an-earlier-version" };
  const [report] = reportsOf(questions, [], [ada, ...others, again, gone]);
  expect(report?.votes?.twice).toBe(6);
  expect(report?.votes?.right).toEqual({ before: 5, after: 6 });
});

test.each<[readonly Group[], ReturnType<typeof votesBy>]>([
  [[["b", "a", 4]], { twice: null, right: null, changed: null }],
  [
    [["b", "a", 5]],
    { twice: 5, right: { before: 0, after: 5 }, changed: { toRight: 5, toWrong: 0 } },
  ],
  // Beside both sums, one of the two would tell the other.
  [
    [
      ["b", "a", 9],
      ["a", "b", 4],
    ],
    { twice: 13, right: { before: 4, after: 9 }, changed: null },
  ],
])("small numbers stay counts, and of one to four there is none: %j", (groups, votes) => {
  expect(votesBy(...groups)).toEqual(votes);
  expect(normalisedGain(votes)).toBeNull();
  expect(votesText(votes)).not.toMatch(/%|gain/);
  const reports = reportsBy(...groups);
  for (const report of reports) expect(itemShape.parse(report)).toEqual(report);
  expect(itemsInCsv(itemCsv(reports))).toEqual(reports);
});

test("a loss has no normalised gain, nor has a room that was right before", () => {
  expect(normalisedGain(votesBy(["a", "b", 20]))).toBeNull();
  expect(normalisedGain(votesBy(["a", "a", 20]))).toBeNull();
  expect(normalisedGain(votesBy(["b", "b", 20]))).toBe(0);
  expect(normalisedGain(votesBy(["b", "a", 20]))).toBe(1);
});

test("nobody who voted is in a report, nor in its table", () => {
  const reports = reportsBy(["b", "a", 30], ["a", "b", 7]);
  for (const text of [JSON.stringify(reports), itemCsv(reports)]) {
    expect(text).not.toMatch(/lovelace/i);
  }
  expect(itemCsv(reports)).toContain(",37,7,30,30,7,0.767");
});

test("a table from before there were votes is read", () => {
  const reports = reportsBy(["b", "a", 30]);
  const lines = itemCsv(reports)
    .split("\r\n")
    .map((line) => line.split(",").slice(0, -6).join(","));
  expect(lines[0]).toMatch(/lower half$/);
  const read = itemsInCsv(lines.join("\r\n"));
  expect(read).toEqual(reports.map((report) => ({ ...report, votes: null })));
});

test("a table in which more were right than voted was changed", () => {
  const text = itemCsv(reportsBy(["b", "a", 30]));
  const changed = text.replace(",30,0,30,30,0,1", ",30,0,31,31,0,1");
  expect(changed).not.toBe(text);
  expect(itemsInCsv(changed)).toEqual({
    problem: "Line 2 cannot be read: it was changed.",
  });
});

test("classes are pooled, and an author reads it beside the question", () => {
  const [one, few, other] = [
    votesBy(["b", "a", 10], ["a", "b", 5]),
    votesBy(["b", "a", 2]),
    votesBy(["b", "a", 5], ["b", "b", 8]),
  ];
  expect(pooledVotes([one, null, few, other])).toEqual({
    ...{ twice: 28, right: { before: 5, after: 15 } },
    changed: { toRight: 15, toWrong: 5 },
  });
  expect(pooledVotes([one, votesBy(["b", "a", 3], ["b", "b", 3])])?.changed).toBeNull();
  expect(pooledVotes([few, null])).toBeNull();
  const list = rewriteList(
    [reportsBy(["b", "a", 5]), reportsBy(["b", "b", 3])],
    (_, option) => option,
  );
  expect(list.map(({ question, votes }) => [question, votes])).toEqual([
    [
      "p",
      "In the room, 5 learners voted both times; right before 0, after 5; 5 changed to right, 0 away from it.",
    ],
  ]);
});
