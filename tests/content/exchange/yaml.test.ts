import { expect, test } from "vitest";
import { yamlOf } from "@/content/exchange/yaml";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { parseQuestions } from "@/content/quiz/question-file";
import { everyKind } from "../quiz/every-kind";
import { randomQuestion } from "./random-question";

test("the course’s questions are read back from YAML as they were, and every kind", async () => {
  const lessons = await readAllQuestions();
  const course = lessons.flatMap(({ questions }) => questions);
  expect(parseQuestions(yamlOf(course), "course")).toEqual(course);
  expect(parseQuestions(yamlOf(everyKind), "kinds")).toEqual(everyKind);
});

test("2,000 random questions are read back from YAML as they were", () => {
  const questions = Array.from({ length: 2000 }, (_, seed) => randomQuestion(seed));
  expect(parseQuestions(yamlOf(questions), "random")).toEqual(questions);
});
