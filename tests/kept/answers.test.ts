// Answers as browsers, receipts and classes keep them, to every question that was asked.
import { expect, test } from "vitest";
import { answerWords } from "@/components/class/teacher/answer-counts";
import {
  type Entry,
  formatAnswerBook,
  parseAnswerBook,
} from "@/content/quiz/answer-book";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import {
  isRight,
  judgedAnswer,
  type Question,
  readAnswer,
} from "@/content/quiz/question";
import kept from "./answers.json";

/** The text that stood for an answer, what it says, and whether it is right. */
type KeptAnswer = readonly [text: string, words: string, right: boolean];

/** `first` and `latest`: words, or places in the question's list of answers. */
type KeptEntry = readonly [
  id: string,
  first: number | string,
  firstRight: boolean,
  took: number | null,
  latest: number | string,
  right: boolean,
  at: number,
  tries: readonly (readonly [at: number, grade: string])[],
];

const answers = new Map(
  kept.answers.map((one) => [one.question, one.answers as unknown as KeptAnswer[]]),
);
const questions = (await readAllQuestions()).flatMap((lesson) => lesson.questions);

function questionOf(id: string): Question {
  const found = questions.find((question) => question.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
}

const wordsOf = (id: string, text: string) => answerWords(questionOf(id), text);

function told(id: string, entry: Entry) {
  const { first, firstRight, firstTook, latest, right, at, tries } = entry;
  return {
    first: wordsOf(id, first),
    latest: wordsOf(id, latest),
    ...{ firstRight, firstTook, right, at },
    tries: tries.map((one) => [one.at, one.grade]),
  };
}

function expected([
  id,
  first,
  firstRight,
  firstTook,
  latest,
  right,
  at,
  tries,
]: KeptEntry) {
  const words = (of: number | string) =>
    typeof of === "string" ? of : answers.get(id)?.[of]?.[1];
  return {
    first: words(first),
    latest: words(latest),
    firstRight,
    firstTook,
    right,
    at,
    tries,
  };
}

test.each(kept.books)(
  "a book of version $version is read, entry by entry",
  ({ text, tells }) => {
    const book = parseAnswerBook(text);
    if (!book) throw new Error("It is not read.");
    expect(Object.keys(book)).toEqual(tells.map(([id]) => id));
    for (const entry of tells as unknown as KeptEntry[]) {
      const [id] = entry;
      expect(book[id] && told(id, book[id]), id).toEqual(expected(entry));
    }
    // Written anew, it says the same.
    const again = parseAnswerBook(formatAnswerBook(book));
    expect(again).toEqual(book);
  },
);

const listed = [...answers].flatMap(([id, list]) =>
  list.map((one) => [id, ...one] as const),
);

test.each(listed)("%s: %s", (id, text, words, right) => {
  const question = questionOf(id);
  const entry = {
    first: text,
    firstRight: right,
    latest: text,
    right,
    at: 1,
    tries: [[1, 2]],
  };
  const book = parseAnswerBook(JSON.stringify({ version: 2, answers: { [id]: entry } }));
  const read = book?.[id];
  if (!read) throw new Error("It is not read.");
  for (const kept of [read.first, read.latest]) {
    expect(wordsOf(id, kept)).toBe(words);
    const answer = readAnswer(question, kept);
    expect(answer && isRight(question, answer)).toBe(right);
  }
  // As classes and receipts keep it.
  expect(answerWords(question, text)).toBe(words);
  expect(judgedAnswer(questions, id, text)).toBe(right ? "right" : "wrong");
});
