"use client";
// Answers to graded questions that are not judged yet, kept in this browser.
import * as z from "zod";
import { createBrowserStore } from "@/components/kit/browser-store";
import { readerOf } from "@/content/class/message-fields";

const gradedDraft = z.object({
  /** Whose it is, in which quiz: see `quizKey`. */
  quiz: z.string(),
  question: z.string(),
  /** Which try at the question it is; the first is 1. */
  try: z.number(),
  /** `answerText` of the answer as it is shown. */
  text: z.string(),
  /** How long it took once it was handed in, in milliseconds; null before that. */
  took: z.number().nullable(),
});

/** An answer to a graded question, before it is judged. */
export type GradedDraft = z.infer<typeof gradedDraft>;

/** Tells the quizzes of this browser apart. */
export const quizKey = (classId: string, assignment: string, learner: string) =>
  `${classId} ${assignment} ${learner}`;

/** The most drafts that are kept: the latest. */
export const mostDrafts = 60;

/** Reads stored drafts; null for any other text. */
export const parseDrafts = readerOf<readonly GradedDraft[]>(
  z.array(gradedDraft).transform((drafts) => drafts.slice(0, mostDrafts)),
);

type Place = Pick<GradedDraft, "quiz" | "question">;

const isAt = (draft: GradedDraft, { quiz, question }: Place) =>
  draft.quiz === quiz && draft.question === question;

/** The draft for a question; null where there is none. */
export const draftAt = (drafts: readonly GradedDraft[], place: Place) =>
  drafts.find((one) => isAt(one, place)) ?? null;

/** The drafts with one that replaces an earlier one for its question. */
export const withDraft = (drafts: readonly GradedDraft[], draft: GradedDraft) =>
  [draft, ...withoutDraft(drafts, draft)].slice(0, mostDrafts);

/** The drafts without the one for a question. */
export const withoutDraft = (drafts: readonly GradedDraft[], place: Place) =>
  drafts.filter((one) => !isAt(one, place));

const store = createBrowserStore<readonly GradedDraft[]>({
  key: "next-pass-graded",
  none: [],
  parse: parseDrafts,
  format: JSON.stringify,
});

/** All drafts; none while the page is not yet alive. */
export const useDrafts = store.useValue;

/** Whether the browser keeps them beyond this page. */
export const useIsKept = store.useIsKept;

/** Keeps a draft in the place of an earlier one for its question. */
export const keepDraft = (draft: GradedDraft) =>
  store.change((drafts) => withDraft(drafts, draft));

/** Drops the draft for a question. */
export const dropDraft = (place: Place) =>
  store.change((drafts) => withoutDraft(drafts, place));
