"use client";
// The reader's answers, kept in the browser.
import { createBrowserStore } from "@/components/kit/browser-store";
import {
  type AnswerBook,
  formatAnswerBook,
  merge,
  parseAnswerBook,
} from "@/content/quiz/answer-book";

const none: AnswerBook = {};

const store = createBrowserStore({
  key: "next-pass-answers",
  none,
  parse: parseAnswerBook,
  format: formatAnswerBook,
  merge,
});

/** The book as it is now, of all tabs. */
export const useAnswers = store.useValue;

/** The book as it is now, read once; in a browser alone. */
export const answersNow = store.valueNow;

/** Replaces the book by a later one, made of its newest state. */
export const changeAnswers = store.change;

/** Whether the browser keeps the book beyond this page. */
export const useIsKept = store.useIsKept;
