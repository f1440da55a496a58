"use client";
// An answer that a class has not judged yet, as the browser keeps it.
import { createBrowserStore } from "@/components/kit/browser-store";
import { isFields } from "@/content/fields";

export type GradedDraft = {
  /** Whose it is, in which quiz: see `quizKey`. */
  quiz: string;
  question: string;
  /** Which try at the question it is; the first is 1. */
  try: number;
  /** `answerText` of the answer in the positions shown. */
  text: string;
  /** How long it took once it was handed in, in milliseconds; null before that. */
  took: number | null;
};

/** The most drafts that are kept: the latest. */
export const mostDrafts = 60;

/** Tells the quizzes of this browser apart. */
export const quizKey = (classId: string, assignment: string, learner: string) =>
  `${classId} ${assignment} ${learner}`;

function draftFrom(value: unknown): GradedDraft | null {
  if (!isFields(value)) return null;
  const { quiz, question, try: at, text, took } = value;
  if (typeof quiz !== "string" || typeof question !== "string") return null;
  if (typeof at !== "number" || typeof text !== "string") return null;
  if (took !== null && typeof took !== "number") return null;
  return { quiz, question, try: at, text, took };
}

/** Reads what JSON made of drafts; null where any part of it is anything else. */
export function parseDrafts(text: string): readonly GradedDraft[] | null {
  try {
    const found: unknown = JSON.parse(text);
    if (!Array.isArray(found)) return null;
    const read = found.map(draftFrom).filter((one) => one !== null);
    return read.length < found.length ? null : read.slice(0, mostDrafts);
  } catch {
    return null;
  }
}

type Place = Pick<GradedDraft, "quiz" | "question">;

const isAt = (draft: GradedDraft, { quiz, question }: Place) =>
  draft.quiz === quiz && draft.question === question;

export const draftAt = (drafts: readonly GradedDraft[], place: Place) =>
  drafts.find((one) => isAt(one, place)) ?? null;

/** The drafts with one in the place of the one before at the same question. */
export const withDraft = (drafts: readonly GradedDraft[], draft: GradedDraft) =>
  [draft, ...withoutDraft(drafts, draft)].slice(0, mostDrafts);

export const withoutDraft = (drafts: readonly GradedDraft[], place: Place) =>
  drafts.filter((one) => !isAt(one, place));

// The answers to graded questions that are not judged yet, kept in this browser.

const store = createBrowserStore<readonly GradedDraft[]>({
  key: "next-pass-graded",
  none: [],
  parse: parseDrafts,
  format: JSON.stringify,
});

export const { useIsKept } = store;

export const useDrafts = store.useValue;

export const keepDraft = (draft: GradedDraft) =>
  store.change((drafts) => withDraft(drafts, draft));

export const dropDraft = (place: Pick<GradedDraft, "quiz" | "question">) =>
  store.change((drafts) => withoutDraft(drafts, place));
