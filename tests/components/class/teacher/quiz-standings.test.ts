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

test("a second try counts as it was judged, whichever was told first", () => {
  const tries = [
    score("kim", "a-one", 2, false),
    score("kim", "a-one", 1, false),
    score("lee", "a-one", 1, true),
    score("lee", "a-one", 2, false),
    // Without its first try, which a message may lack, a later one counts for nothing.
    score("mia", "a-one", 2, true),
  ];
  const told = gradedAnswers(tries).map(({ firstRight, right }) => [firstRight, right]);
  expect(told).toEqual([
    [false, false],
    [true, false],
  ]);
  const other = { ...score("kim", "a-one", 1, true), assignment: "another-quiz" };
  expect(gradedAnswers([...tries, other])).toHaveLength(3);
});
