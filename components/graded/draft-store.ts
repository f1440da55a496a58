"use client";
// The answers to graded questions that are not judged yet, kept in this browser.
import { createBrowserStore } from "@/components/kit/browser-store";
import { type GradedDraft, parseDrafts, withDraft, withoutDraft } from "./graded-draft";

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
