"use client";
// The reader's answers, kept in the browser: `useAnswers` gives the book, `changeAnswers`
// takes a change of it, and `useIsKept` says whether the browser keeps it at all.
import { createBrowserStore } from "@/components/kit/browser-store";
import {
  type AnswerBook,
  formatAnswerBook,
  merge,
  parseAnswerBook,
} from "@/content/quiz/answer-book";

const none: AnswerBook = {};

export const {
  change: changeAnswers,
  useValue: useAnswers,
  useIsKept,
} = createBrowserStore({
  key: "next-pass-answers",
  none,
  parse: parseAnswerBook,
  format: formatAnswerBook,
  merge,
});
