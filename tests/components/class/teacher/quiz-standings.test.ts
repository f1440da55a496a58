import { expect, test } from "vitest";
import {
  gradedAnswers,
  quizStandings,
  standingText,
} from "@/components/class/teacher/quiz-standings";
import type { QuizScore } from "@/content/class/quiz-messages";
import { questionOf } from "@/tests/content/quiz/every-kind";
import { assignmentOf } from "./board-message";

const score = (
  learner: string,
  question: string,
  number: number,
  right: boolean,
): QuizScore => ({
  ...{ learner, assignment: "quiz", question, try: number, right },
  ...{ text: right ? "1" : "0", at: 1000 * number, took: 100 * number },
});

const scores = [
  score("ada", "a-one", 1, false),
  score("bob", "a-one", 1, true),
  score("ada", "a-one", 2, true),
  score("ada", "a-blank", 1, false),
  score("ada", "not-asked", 1, true),
];

test("a learner stands by the questions that were right at any try", () => {
  const link = "/labs/network?assignment=1&quiz=a-one.a-blank.unknown";
  const standings = quizStandings(
    {
      scores,
      starts: ["ada", "bob", "eve"].map((learner, at) => ({
        ...{ learner, assignment: "quiz", started: at, handed: null },
      })),
      questions: [questionOf("one"), questionOf("blank")],
    },
    [assignmentOf("quiz", link)],
  );
  const told = ["ada", "bob", "eve", "kim"].map((learner) => {
    const standing = standings.get(learner)?.get("quiz");
    return standing && [standingText(standing), standing.tries.length, standing.started];
  });
  expect(told).toEqual([
    ["1 of 2 right", 3, 0],
    ["1 of 2 right", 1, 1],
    ["0 of 2 right", 0, 2],
    undefined,
  ]);
});

test("of graded answers the first try is what counts first", () => {
  const [ada, bob] = gradedAnswers(scores);
  const first = { question: "a-one", first: "0", firstRight: false, took: 100 };
  expect(ada).toEqual({ ...first, right: true });
  expect(bob).toMatchObject({ firstRight: true, right: true });
});
