import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { parseQuestions, yamlOf } from "@/content/quiz/question-file";
import { times } from "../../soak";
import { everyKind, everyKindText } from "../quiz/every-kind";
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

const said = { idea: "passes", asks: "a ___" };
const words = { right: "b", wrong: "c" };

test("nothing is written that goes without saying", () => {
  expect(parse(yamlOf(everyKind))).toEqual(parse(everyKindText));
  const sparse = [
    { id: "blank", ...said, kind: "blank", accepts: ["d"], ...words },
    { id: "number", ...said, kind: "number", answer: 3, within: 0, ...words },
    {
      ...{ id: "predict", ...said, kind: "predict", run: "loss/squared-falls@40" },
      options: [
        { text: "d", right: true, why: "e", when: "trainLoss < 1" },
        { id: "mine", text: "f", why: "g", when: "trainLoss > 1", refuted: "a/b" },
      ],
    },
    {
      ...{ id: "match", ...said, kind: "match" },
      pairs: [
        { id: "first", text: "d", to: "e", target: "left", why: "f" },
        { text: "g", to: "h", why: "i" },
      ],
    },
    {
      ...{ id: "order", ...said, kind: "order" },
      items: [
        { text: "d", why: "e" },
        { id: "last", text: "f", why: "g" },
      ],
    },
  ];
  expect(parse(yamlOf(parseQuestions(stringify(sparse), "sparse")))).toEqual(sparse);
});
