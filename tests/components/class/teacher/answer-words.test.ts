import { expect, test } from "vitest";
import { answerWords } from "@/components/class/teacher/answer-words";
import { questionOf } from "@/tests/content/quiz/every-kind";

test("an answer of each kind is told in the words of its question", () => {
  expect(answerWords(questionOf("one"), "2")).toBe("Neither");
  expect(answerWords(questionOf("several"), "0-1")).toBe("This + That");
  expect(answerWords(questionOf("several"), "none")).toBe("nothing chosen");
  expect(answerWords(questionOf("point"), "0")).toBe("Here");
  expect(answerWords(questionOf("predict"), "?1:0")).toBe("It stays");
  expect(answerWords(questionOf("number"), "7= 12 ")).toBe("“12” weights");
  expect(answerWords(questionOf("blank"), "=step")).toBe("“step”");
  expect(answerWords(questionOf("order"), ">2-0-1")).toBe("order: Third, First, Second");
  expect(answerWords(questionOf("match"), "~1-x-0")).toBe(
    "squared → straight; absolute → nothing; hinge → steep",
  );
});

test("what the question does not have, or is not known, is told as that", () => {
  expect(answerWords(questionOf("one"), "7")).toBe("an option that is no longer there");
  expect(answerWords(questionOf("one"), "odd")).toBe("odd");
  expect(answerWords(undefined, "0-1")).toBe("0-1");
});
