import { expect, test } from "vitest";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { parseQuestions, yamlOf } from "@/content/quiz/question-file";
import { times } from "../../soak";
import { everyKind } from "../quiz/every-kind";
import { randomQuestion } from "./random-question";

test("the course’s questions are read back from YAML as they were, and every kind", async () => {
  const lessons = await readAllQuestions();
  const course = lessons.flatMap(({ questions }) => questions);
  expect(parseQuestions(yamlOf(course), "course")).toEqual(course);
  expect(parseQuestions(yamlOf(everyKind), "kinds")).toEqual(everyKind);
});

const random = times(400, 2000);

test(`${random} random questions are read back from YAML as they were`, () => {
  const questions = Array.from({ length: random }, (_, seed) => randomQuestion(seed));
  expect(parseQuestions(yamlOf(questions), "random")).toEqual(questions);
});
