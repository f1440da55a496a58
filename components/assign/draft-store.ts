"use client";
// The assignment that was made last, kept in this browser for the next visit.
import { createBrowserStore } from "@/components/site/browser-store";
import { isFields } from "@/content/fields";
import type { Assignment } from "@/labs/assignment/assignment";
import { linkOf } from "@/labs/assignment/assignment-link";
import { draftInLink, type OpenedDraft } from "./opened-draft";

/** The note stands apart: with it a link may be too long to be read. */
type Kept = { link: string; note: string };

function parse(text: string): Kept | null {
  try {
    const found: unknown = JSON.parse(text);
    if (!isFields(found)) return null;
    const { link, note } = found;
    return typeof link === "string" && typeof note === "string" ? { link, note } : null;
  } catch {
    return null;
  }
}

const store = createBrowserStore<Kept>({
  key: "next-pass-assignment",
  none: { link: "", note: "" },
  parse,
  format: JSON.stringify,
});

export const { useIsKept } = store;

export const useKept = store.useValue;

/** What was left unfinished; null where nothing was. */
export function keptDraft({ link, note }: Kept): OpenedDraft | null {
  const opened = link === "" ? null : draftInLink(link);
  return opened && { ...opened, draft: { ...opened.draft, note } };
}

export const keepDraft = (draft: Assignment) =>
  store.change(() => ({ link: linkOf({ ...draft, note: "" }), note: draft.note }));
