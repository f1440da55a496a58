// What an assignment is called, what it asks, and what it is worth.
import { expect, test } from "vitest";
import {
  asksQuizAlone,
  assignmentTitle,
  earnedPoints,
  quizTerms,
  totalPoints,
} from "@/labs/assignment/assignment";
import { pointsIn } from "@/labs/assignment/goal";
import { labs } from "@/labs/catalog/labs";

const { network } = labs;

test("an assignment has its own title, or that of its lab", () => {
  expect(assignmentTitle({ title: " Circle ", lab: network })).toBe("Circle");
  for (const title of ["", "  "]) {
    expect(assignmentTitle({ title, lab: network })).toBe(network.title);
  }
});

const loss = { kind: "loss", bound: 0.1 } as const;

test("graded questions are all that counts where there is no goal", () => {
  expect(asksQuizAlone({ goals: [], quiz: ["a"] })).toBe(true);
  expect(asksQuizAlone({ goals: [loss], quiz: ["a"] })).toBe(false);
  expect(asksQuizAlone({ goals: [], quiz: [] })).toBe(false);
});

const goals = [
  { ...loss, points: 3 },
  { kind: "passes", bound: 9 },
  { kind: "neurons", bound: 8, points: 1.5 },
] as const;

test("the points are those of goals and graded questions together", () => {
  expect(totalPoints({ goals, quizPoints: 4 })).toBe(8.5);
  expect(totalPoints({ goals, quizPoints: null })).toBe(4.5);
  expect(totalPoints({ goals: [loss], quizPoints: 2 })).toBe(2);
  expect(totalPoints({ goals: [loss], quizPoints: null })).toBe(null);
  expect(totalPoints({ goals: [], quizPoints: null })).toBe(null);
});

test.each([
  [[true, true, true], 1, 8.5],
  [[true, false, false], null, 3],
  [[false, true, true], 0.5, 3.5],
  [[true, true, true], 1 / 3, 5.83],
  [[], 2 / 3, 2.67],
  [[false, false, false], 0, 0],
])("of goals met %j and %s of the questions, %s points are earned", (met, share, has) => {
  expect(earnedPoints({ goals, quizPoints: 4 }, met, share)).toBe(has);
});

test("where nothing has points nothing is earned", () => {
  expect(earnedPoints({ goals: [loss], quizPoints: null }, [true], 1)).toBe(null);
  expect(earnedPoints({ goals, quizPoints: null }, [true, true, true], 1)).toBe(4.5);
});

test.each([
  ["0.5", 0.5],
  ["1", 1],
  ["100", 100],
  ["0", null],
  ["100.5", null],
  ["999", null],
  ["1.25", null],
  ["-1", null],
  ["+1", null],
  ["1e1", null],
  [" 1", null],
  ["1 ", null],
  ["1.5.5", null],
  ["", null],
])("%j are the points %s", (text, points) => {
  expect(pointsIn(text)).toBe(points);
});

test.each([
  [6, 2, 20, "6 questions, 2 tries each, 20 minutes once you start."],
  [1, 1, null, "1 question, 1 try, no time limit."],
  [2, 1, 1, "2 questions, 1 try each, 1 minute once you start."],
])("%i questions, %i tries, %s minutes are told in a sentence", (...terms) => {
  const [count, tries, minutes, says] = terms;
  expect(quizTerms({ count, tries, minutes })).toBe(says);
});
