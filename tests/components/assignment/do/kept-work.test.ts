import { expect, test } from "vitest";
import {
  isFormerWork,
  type KeptWork,
  parseWork,
  renewed,
  workLimits,
  workOn,
} from "@/components/assignment/do/kept-work";
import { workStart } from "@/components/assignment/do/opened-work";
import { linkOf } from "@/labs/assignment/assignment-link";
import { seedFor, startFor } from "@/labs/assignment/learner-start";
import { brokenLocks } from "@/labs/assignment/locks";
import { formatRun } from "@/labs/run/link";
import { randomAssignment } from "@/tests/labs/assignment/random-assignment";
import { randomRun } from "@/tests/labs/random-run";
import { assignmentOf } from "@/tests/labs/receipt/train-receipt";

const link = "/labs/network?assignment=1&goal=loss_0.1";
const work = { link, name: "Ada", query: "lr=0.1", pass: 120, seed: 7 };
const ada = { name: "Ada" };
const kept = (list: readonly KeptWork[]) => parseWork(JSON.stringify(list));

test("work comes back from storage; any other text is none", () => {
  const list = renewed([], work).map((one) => ({ ...one, receipt: "abc" }));
  expect(kept(list)).toEqual(list);
  const [one] = list;
  const odd: unknown[] = [
    ...[
      { ...one, pass: -1 },
      { ...one, pass: 1e9 },
      { ...one, name: "" },
    ],
    ...[
      { ...one, name: "a\u202eb" },
      { ...one, query: 7 },
      { ...one, link: null },
    ],
    { ...one, receipt: "x".repeat(workLimits.receipt + 1) },
    { ...one, link: "x".repeat(30_000) },
  ];
  for (const value of odd) expect(parseWork(JSON.stringify([one, value]))).toBeNull();
  for (const text of ["", "{}", "[1]", "null", "[", "7"]) {
    expect(parseWork(text)).toBeNull();
  }
});

test("the latest 40 assignments are kept, the latest first", () => {
  let list: readonly KeptWork[] = [];
  for (let at = 0; at < 50; at += 1) list = renewed(list, { ...work, link: `${at}` });
  list = renewed(list, { ...work, link: "20" });
  expect(list).toHaveLength(workLimits.assignments);
  expect(list[0]?.link).toBe("20");
  expect(list[1]?.link).toBe("49");
  expect(list.filter((one) => one.link === "20")).toHaveLength(1);
});

test("the furthest pass is of one run, and the receipt is of one name", () => {
  const first = renewed([], work).map((one) => ({ ...one, receipt: "abc" }));
  expect(renewed(first, { ...work, pass: 30 })[0]).toMatchObject({ pass: 120 });
  expect(renewed(first, { ...work, pass: 130 })[0]).toMatchObject({ pass: 130 });
  const other = renewed(first, { ...work, query: "lr=0.2", pass: 30 })[0];
  expect(other).toMatchObject({ pass: 30, receipt: "abc" });
  const grace = renewed(first, { ...work, name: "Grace", pass: 0 })[0];
  expect(grace).toMatchObject({ pass: 0, receipt: null });
});

test("work of an older site, or with another seed, keeps its settings and its receipt", () => {
  const { seed, ...older } = { ...work, receipt: "abc" };
  const read = parseWork(JSON.stringify([older]));
  expect(read).toEqual([{ ...older, seed: null }]);
  const [next] = renewed(read ?? [], { ...work, pass: 3 });
  expect(next).toEqual({ ...work, pass: 3, receipt: "abc", seed });
});

test("work of an older site goes on with its seed; new work, and another name's, does not", () => {
  const assignment = assignmentOf(link);
  const former = seedFor(assignment, { ...ada, former: true });
  const of = (change: Partial<KeptWork>, name = "Ada") =>
    isFormerWork({ ...work, receipt: null, ...change }, link, assignment, name);
  expect(of({ seed: null })).toBe(true);
  // It stays its own, also before the first pass of other settings.
  expect(of({ seed: former, pass: 0 })).toBe(true);
  expect(of({ seed: seedFor(assignment, ada) })).toBe(false);
  expect(of({ seed: null, pass: 0 })).toBe(false);
  expect(of({ seed: null }, "Grace")).toBe(false);
  expect(of({ seed: null, link: `${link}&due=2026-12-01` })).toBe(false);
  expect(isFormerWork(null, link, assignment, "Ada")).toBe(false);
  const { run } = workStart(assignment, { ...ada, former: true }, "lr=0.1", []);
  expect(run).toMatchObject({ seed: former, rate: 0.1 });
});

test("work is found again when the class has changed what the same run is asked for", () => {
  const asks = (goal: string, more = "") =>
    `/labs/network?assignment=1&title=Circle&goal=${goal}&lock=lr${more}`;
  const list = renewed([], { ...work, link: asks("loss_0.1") });
  const changed = asks("loss_0.2", "&due=2026-12-01");
  expect(workOn(list, changed)?.query).toBe("lr=0.1");
  for (const other of [asks("loss_0.1", "-noise"), asks("loss_0.1", "&layers=3")]) {
    expect(workOn(list, other)).toBeNull();
  }
  expect(workOn(list, asks("loss_0.1").replace("Circle", "Ring"))).toBeNull();
  const both = renewed(list, { ...work, link: changed });
  expect(both.map(({ link }) => link)).toEqual([changed, asks("loss_0.1")]);
});

test("a learner finds the settings as they left them, and the locks as they must be", () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const assignment = randomAssignment(seed);
    const start = startFor(assignment, ada);
    const { run: left } = workStart(
      assignment,
      ada,
      formatRun(randomRun(seed + 900), start),
      [],
    );
    expect(brokenLocks(assignment, start, left)).toEqual([]);
    const query = formatRun(left, start);
    const { run, assigned } = workStart(assignment, ada, query, []);
    expect(formatRun(run, left)).toBe("");
    expect(assigned).toEqual({ assignment, name: "Ada", start });
  }
});

test("two names start from two seeds; without a name the lab is as it was sent", () => {
  const assignment = assignmentOf(`${link}&seed=5`);
  const seedOf = (name: string, id?: string) =>
    workStart(assignment, { name, id }, "", []).run.seed;
  expect(seedOf("Ada")).not.toBe(seedOf("Grace"));
  expect(seedOf("Ada")).toBe(seedOf("Ada"));
  expect(seedOf("")).toBe(5);
  // In a class it is the learner's id that counts, however the name is spelled.
  expect(seedOf("Ada", "learner-1")).toBe(seedOf("Adа", "learner-1"));
  expect(seedOf("Ada", "learner-1")).not.toBe(seedOf("Ada", "learner-2"));
  expect(seedOf("Ada", "learner-1")).not.toBe(seedOf("Ada"));
  expect(linkOf(assignment)).toBe(`${link}&seed=5`);
});

test("kept settings that are legal no more are left out", () => {
  const assignment = assignmentOf(link);
  const { run, refused } = workStart(assignment, ada, "lr=99&batch=3&moon=1", []);
  expect(run).toMatchObject({ batch: 3, rate: assignment.run.rate });
  expect(refused).toEqual([]);
});
