import { expect, test } from "vitest";
import { pointsOf, runPath, summarize } from "@/components/receipt/check-report";
import {
  judgingLink,
  linkDifferences,
  linkInWords,
} from "@/components/receipt/judging-link";
import type { ListedReceipt } from "@/components/receipt/listed-receipt";
import { groupReceipts } from "@/components/receipt/receipt-groups";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { checked } from "@/labs/receipt/check";
import { openReceipt, pack } from "@/labs/receipt/packed";
import { randomAssignment } from "@/tests/labs/assignment/random-assignment";
import { assignmentOf, trainReceipt } from "../../labs/receipt/train-receipt";

const sent =
  "/labs/network?assignment=1&title=Circle&goal=loss_0.00003*neurons_4&lock=data-noise&samples=20&layers=2&passes=6&device=cpu";
/** As a learner edits it for themselves: the same title, run and locks. */
const eased = sent.replace("loss_0.00003", "loss_3");

async function openedOf(link: string, name = "Ada") {
  const opened = await openReceipt(await pack(trainReceipt(link, name)));
  if ("problem" in opened) throw new Error(opened.problem);
  return opened;
}

test("a goal that a learner eased in their receipt is judged as it was sent", async () => {
  const opened = await openedOf(eased);
  const judge = () => "unknown" as const;
  expect(checked(opened, judge).verdict).toBe("confirmed");
  const judging = judgingLink(opened.receipt.link, { given: sent, sent: [] });
  expect(judging).toEqual({ link: sent, from: "given" });
  const assignment = assignmentOf(sent);
  const check = checked(opened, judge, { assignment, learner: null });
  expect(check.verdict).toBe("not met");
  expect(check.met).toEqual([false, true]);
  expect(summarize(opened, judging)).toMatchObject({
    title: "Circle",
    goals: ["Test loss below 0.00003", "Hidden neurons, at most 4"],
    differs: ["it asks “Test loss below 3” instead of “Test loss below 0.00003”"],
  });
});

test("a remembered link judges its receipts, and those of an edited copy of it", () => {
  const other = sent.replace("passes=6", "passes=7");
  const known = { given: null, sent: [other, sent] };
  expect(judgingLink(sent, known)).toEqual({ link: sent, from: "sent" });
  expect(judgingLink(eased, known)).toEqual({ link: sent, from: "sent" });
  expect(judgingLink(other, known)).toEqual({ link: other, from: "sent" });
  // One that was copied twice, with other goals, judges its own.
  expect(judgingLink(eased, { given: null, sent: [sent, eased] })?.link).toBe(eased);
  expect(judgingLink(sent.replace("samples=20", "samples=30"), known)).toBe(null);
  expect(judgingLink(sent, { given: null, sent: [] })).toBe(null);
  expect(judgingLink("/labs/loss?assignment=1", { given: sent, sent: [] })?.link).toBe(
    sent,
  );
});

test("an assignment differs from itself in nothing, and from another one in words", () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const one = randomAssignment(seed);
    const other = randomAssignment(seed + 1000);
    expect(linkDifferences(one, one)).toEqual([]);
    const found = linkDifferences(one, other);
    expect(found.length).toBeGreaterThan(0);
    for (const says of found) expect(says).toMatch(/^it \S.*\S$/su);
  }
});

test.each([
  ["goal=loss_0.1", "goal=loss_0.2", "it asks “Test loss below 0.2” instead of"],
  ["goal=loss_0.1*neurons_4", "goal=loss_0.1", "it does not ask “Hidden neurons"],
  ["goal=loss_0.1", "goal=loss_0.1*passes_9", "it also asks “Passes, at most 9”"],
  ["lock=data-noise", "lock=data", "it does not lock Noise"],
  ["lock=data", "lock=data-noise", "it also locks Noise"],
  ["data=spiral", "data=circle", "it starts with Data Circle instead of Data Spiral"],
  ["title=One", "title=Two", "it is called “Two”"],
  ["due=2026-12-01", "due=2026-12-02", "it has another due date"],
  ["note=a", "note=b", "it has other instructions"],
  ["quiz=a", "quiz=b", "it asks other graded questions"],
  ["goal=loss_1&points=2", "goal=loss_1&points=3", "it gives other points"],
])("a link with %s and a receipt's with %s: %s…", (judging, own, says) => {
  const of = (query: string) => assignmentOf(`/labs/network?assignment=1&${query}`);
  const found = linkDifferences(of(own), of(judging));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(says);
});

test("another lab is all that is said of a link to one", () => {
  const of = (lab: string) => assignmentOf(`/labs/${lab}?assignment=1`);
  expect(linkDifferences(of("loss"), of("network"))[0]).toBe(
    "it is of the lab “Which loss?”",
  );
});

test("a link is found in what was pasted, and read as its learners read it", () => {
  const whole = `https://next-pass.example${sent}`;
  for (const text of [whole, `  ${whole}\n`, `Circle (due soon): ${whole}`, sent]) {
    expect(linkInWords(text)).toEqual({
      link: sent,
      title: "Circle",
      asks: "which asks: Test loss below 0.00003 · Hidden neurons, at most 4",
      refused: [],
    });
  }
  expect(linkInWords(`${whole}&colour=red`)?.refused).toHaveLength(1);
  for (const text of ["", "hello", "/labs/network?data=spiral", "/labs/alchemy?x=1"]) {
    expect(linkInWords(text)).toBe(null);
  }
});

let id = 0;

async function rowOf(link: string, name: string, judgedBy: string | null) {
  const opened = await openedOf(link, name);
  const judging = judgedBy === null ? null : ({ link: judgedBy, from: "sent" } as const);
  const assignment = judging && assignmentOf(judging.link);
  const check = checked(opened, () => "unknown", { assignment, learner: null });
  id += 1;
  const row: ListedReceipt = {
    ...{ id, packed: "", file: "", handedIn: null },
    summary: summarize(opened, judging),
    state: { kind: "checked", check, stopped: false, points: null },
  };
  return row;
}

test("receipts of other links stand apart, and say how their goals differ", async () => {
  const damaged: ListedReceipt = {
    ...{ id: 0, packed: "", file: "x.txt", handedIn: null, summary: null },
    state: { kind: "failed", problem: "Damaged.", again: false },
  };
  const rows = [
    damaged,
    await rowOf(eased, "Zed", sent),
    await rowOf(sent, "Ada", sent),
    await rowOf(sent.replace("passes=6", "passes=5"), "Eve", null),
    await rowOf(sent, "Bob", sent),
  ];
  const groups = groupReceipts(rows);
  expect(
    groups.map(({ receipts }) => receipts.map(({ summary }) => summary?.name ?? "?")),
  ).toEqual([["Ada", "Bob"], ["Zed"], ["Eve"], ["?"]]);
  expect(groups[0]?.says).toMatch(/^This is the link you sent: Test loss below 0\.00003/);
  expect(groups[1]?.says).toContain(
    "it asks “Test loss below 3” instead of “Test loss below 0.00003”",
  );
  expect(groups[2]?.says).toContain("Their own word: Test loss below");
  expect(groups[3]?.title).toBe("Not opened, or not readable");
});

test("a receipt's points are those of the goals that the judging link gives", async () => {
  const worth = `${sent.replace("&lock", "&points=2-1.5&lock")}`;
  const opened = await openedOf(sent);
  const judging = { link: worth, from: "given" } as const;
  const assignment = assignmentOf(worth);
  const check = checked(opened, () => "unknown", { assignment, learner: null });
  expect(summarize(opened, judging).points).toBe(3.5);
  expect(pointsOf(assignment, check)).toBe(1.5);
  expect(summarize(opened).points).toBe(null);
  expect(pointsOf(opened.assignment, check)).toBe(null);
});

test("a learner's run opens under the goals and locks of its assignment", async () => {
  const opened = await openedOf(sent);
  const read = readLink(runPath(opened.assignment, opened.run));
  expect(read?.refused).toEqual([]);
  expect(read?.run).toEqual(opened.run);
  expect(read?.assignment).toMatchObject({
    title: "Circle",
    goals: opened.assignment.goals,
    lock: ["data", "noise", "seed"],
  });
  expect(linkOf(read!.assignment!)).toContain(`seed=${opened.receipt.seed}`);
});
