"use client";
// The reader's answers.
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
