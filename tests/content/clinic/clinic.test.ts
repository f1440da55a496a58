// The clinic's cases: each sick on every seed, each cured, and each told apart from others.
import { expect, test } from "vitest";
import { assignmentOf, diagnosisId, runOfCase } from "@/content/clinic/case";
import { cases } from "@/content/clinic/cases";
import { readDiagnoses } from "@/content/clinic/diagnoses";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { isRight } from "@/content/quiz/question";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { brokenLocks } from "@/labs/assignment/locks";
import { seedCount, seedsToHold } from "@/labs/claim/spread";
import { samePoints } from "@/labs/data/own-points";
import { cureProblem, trainCase } from "@/tests/claims/clinic-runs";
import { provideData } from "@/tests/labs/provide-data";
import { soaking, times } from "../../soak";

provideData();

const diagnoses = await readDiagnoses();
const named = cases.map((one) => ({ ...one, name: one.title }));

/** Of so many seeds, on how many a case must come out as it should. */
const enough = (count: number) => (soaking ? seedsToHold : count);

test("there are twelve cases, and none tells what is wrong with it", async () => {
  expect(new Set(cases.map(({ id }) => id)).size).toBe(12);
  expect(diagnoses.map(({ id }) => id)).toEqual(cases.map(diagnosisId));
  const right = new Map(
    diagnoses.map((question) => [
      question.id,
      question.kind === "one" ? question.options.find((option) => option.right) : null,
    ]),
  );
  for (const one of cases) {
    const words = right.get(diagnosisId(one))?.text.split(":")[0]?.toLowerCase();
    expect(words?.length).toBeGreaterThan(3);
    expect(`${one.id} ${one.title} ${one.complaint}`.toLowerCase()).not.toContain(words);
  }
});

test("a cure keeps the points of its case: none moved, left out or put in", () => {
  for (const one of cases) {
    const { own } = runOfCase(one);
    const cured = runOfCase(one, one.cure).own;
    expect(samePoints(own, own), one.id).toBe(true);
    expect(samePoints(cured, own), one.id).toBe(true);
    if (own.length === 0) continue;
    const moved = cured.map((point) => ({ ...point, x: point.x + 0.01 }));
    const other = { x: 2, y: 2, target: 1 };
    for (const odd of [moved, cured.slice(1), [...cured, other], []]) {
      expect(samePoints(odd, own), one.id).toBe(false);
    }
  }
});

test("the clinic asks nothing that a lesson asks", async () => {
  const asked = (await readAllQuestions()).flatMap(({ questions }) =>
    questions.map(({ id }) => id),
  );
  expect(diagnoses.filter(({ id }) => asked.includes(id))).toEqual([]);
});

test.each(diagnoses)(
  "$id: one of four options is right, and each is explained",
  (one) => {
    if (one.kind !== "one") throw new Error(`${one.id} is no choice`);
    expect(one.options).toHaveLength(4);
    for (const { id, right, why } of one.options) {
      expect(isRight(one, { kind: "ticked", options: [id] })).toBe(right);
      expect(why.length).toBeGreaterThan(40);
    }
  },
);

test("what is right in one case is offered in others, at no place that one could guess", () => {
  const options = diagnoses.map((one) => (one.kind === "one" ? one.options : []));
  const right = options.flatMap((all) => all.filter((option) => option.right));
  const wrong = options.flatMap((all) => all.filter((option) => !option.right));
  const offered = new Set(wrong.map(({ id }) => id));
  expect(new Set(right.map(({ id }) => id)).size).toBe(12);
  expect(right.filter(({ id }) => offered.has(id)).length).toBeGreaterThanOrEqual(8);
  const places = options.map((all) => all.findIndex((option) => option.right));
  for (const place of [0, 1, 2, 3]) {
    expect(places.filter((one) => one === place).length).toBeLessThanOrEqual(4);
  }
});

test.each(named)(
  "$name: its link is the assignment, and the cure keeps its locks",
  (one) => {
    const assignment = assignmentOf(one);
    const read = readLink(linkOf(assignment));
    expect(read?.refused).toEqual([]);
    expect(read?.assignment).toEqual(assignment);
    const sick = runOfCase(one);
    for (const change of [one.cure, ...one.failing]) {
      expect(brokenLocks(assignment, sick, runOfCase(one, change))).toEqual([]);
    }
    expect(one.hints.length).toBeGreaterThanOrEqual(2);
  },
);

test.each(named)("$name: sick on every seed, and its cure cures", (one) => {
  const count = times(2, seedCount);
  expect(trainCase(one, "", count).met).toBe(0);
  const cured = trainCase(one, one.cure, count);
  expect(cured.met).toBeGreaterThanOrEqual(enough(count));
  if (soaking) expect(cureProblem(one, cured)).toBeNull();
});

test.each(named)("$name: what comes to mind first does not cure it", (one) => {
  const count = times(1, seedCount);
  for (const change of one.failing) {
    const { met } = trainCase(one, change, count);
    expect([change, count - met >= enough(count)]).toEqual([change, true]);
  }
});
