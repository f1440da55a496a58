// Answers outlive the order of a file: those that name parts by ids, and those of versions 1
// and 2, which named positions and are read through the frozen table.
import { expect, test } from "vitest";
import { answerWords } from "@/components/class/teacher/answer-counts";
import { cardView } from "@/components/quiz/card-view";
import { type AnswerBook, parseAnswerBook, record } from "@/content/quiz/answer-book";
import { answerText } from "@/content/quiz/answer-text";
import places from "@/content/quiz/former-places.json";
import type { Answer } from "@/content/quiz/kinds/kind";
import { readAllQuestions, withFormerPlaces } from "@/content/quiz/lesson-questions";
import {
  formerPlaces,
  isRight,
  kinds,
  present,
  type Question,
  readAnswer,
} from "@/content/quiz/question";
import keptAnswers from "@/tests/kept/answers.json";
import { keyOf } from "./key-of";

const questions = (await readAllQuestions()).flatMap((lesson) => lesson.questions);

/** The file with the parts of each question in the opposite order, read as the course is. */
function reordered({ formerly: _, ...question }: Question): Question {
  const turned = (): Question => {
    if ("options" in question) {
      return { ...question, options: question.options.toReversed() } as Question;
    }
    // The order of items is their key: it stays.
    if ("pairs" in question) return { ...question, pairs: question.pairs.toReversed() };
    return question;
  };
  return withFormerPlaces(turned());
}

/** An entry as a book of version 2 kept it. */
function keptEntry(question: Question, text: string): AnswerBook {
  const entry = { first: text, firstRight: false, latest: text, right: false, at: 1 };
  const answers = { [question.id]: { ...entry, tries: [[1, 0]] } };
  const book = parseAnswerBook(JSON.stringify({ version: 2, answers }));
  if (!book) throw new Error(`${question.id}: ${text} is not read`);
  return book;
}

/** Everything that somebody sees of a kept answer, in words. */
function seen(question: Question, book: AnswerBook) {
  const entry = book[question.id];
  if (!entry) throw new Error("no entry");
  const { judged, answer, feedback } = cardView(question, 0, entry, null);
  const { parts, targets } = kinds[question.kind].parts(question);
  const textOf = (id: string) =>
    [...parts, ...targets].find((part) => part.id === id)?.text;
  const chosen = answer.kind === "ticked" ? answer.options.map(textOf).sort() : answer;
  const said = [...(feedback?.parts ?? [])].map(([id, part]) => [textOf(id), part]);
  const words = answerWords(question, entry.latest)
    .split(/; | \+ /)
    .sort();
  return { judged, chosen, right: feedback?.right, said: said.sort(), words };
}

test("the table names parts that the course has, and every question that has any", () => {
  const known = new Map(questions.map((question) => [question.id, question]));
  for (const [id, former] of Object.entries(places)) {
    const question = known.get(id);
    if (!question) continue;
    const { parts, targets } = kinds[question.kind].parts(question);
    const ids = (of: readonly { id: string }[]) => of.map((one) => one.id).sort();
    expect([id, former.parts.toSorted()]).toEqual([id, ids(parts)]);
    expect([id, former.targets.toSorted()]).toEqual([id, ids(targets)]);
  }
  expect(Object.keys(places)).toHaveLength(97);
});

test("a question whose file was not reordered carries nothing of the table", () => {
  const moved = questions.filter(({ formerly }) => formerly !== undefined);
  for (const question of moved) {
    const { formerly: _, ...now } = question;
    expect(formerPlaces(question)).not.toEqual(formerPlaces(now as Question));
  }
});

test("reordering a file changes nothing in what readers answered, of every version", () => {
  const texts = new Map(
    keptAnswers.answers.map(({ question, answers }) => [
      question,
      answers.map(([text]) => String(text)),
    ]),
  );
  let count = 0;
  for (const question of questions) {
    const other = reordered(question);
    for (const text of texts.get(question.id) ?? []) {
      const book = keptEntry(question, text);
      expect([question.id, text, seen(other, book)]).toEqual([
        question.id,
        text,
        seen(question, book),
      ]);
      const answer = readAnswer(question, text);
      if (!answer) throw new Error(`${text} is not read`);
      const byId = record({}, question.id, { answer, right: false, at: 1 });
      expect(seen(other, byId)).toEqual(seen(question, byId));
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(400);
});

test("positions of version 2 name the parts that stood there, ids name themselves", () => {
  for (const question of questions) {
    const other = reordered(question);
    const key = keyOf(question);
    const byId = answerText(key);
    expect(isRight(other, readAnswer(other, byId) as Answer)).toBe(true);
    // A question that was not yet asked has no answers by position.
    if (!("options" in question) || !Object.hasOwn(places, question.id)) continue;
    const first = readAnswer(question, "0");
    expect(readAnswer(other, "0")).toEqual(first);
    expect(first).toEqual({ kind: "ticked", options: [question.options[0]?.id] });
    // Another order is shown, and the same answer in it.
    expect(present(other, 0).parts).toEqual(present(question, 0).parts.toReversed());
  }
});

test("a book of version 1 is read through the table as well", () => {
  const question = questions.find(({ kind }) => kind === "several");
  if (!question || !("options" in question)) throw new Error("nothing to tick");
  const answer = { kind: "ticked", options: [2, 0] };
  const entry = { first: answer, firstRight: false, latest: answer, right: false, at: 1 };
  const text = JSON.stringify({ version: 1, answers: { [question.id]: entry } });
  const book = parseAnswerBook(text) ?? {};
  const chosen = [0, 2].map((at) => question.options[at]?.text).sort();
  expect(seen(question, book)).toMatchObject({ judged: true, chosen });
  expect(seen(reordered(question), book)).toMatchObject({ judged: true, chosen });
});
