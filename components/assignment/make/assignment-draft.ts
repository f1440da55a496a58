"use client";
// A draft of an assignment, out of an address, a link that was pasted, or an earlier visit.
import * as z from "zod";
import { createBrowserStore } from "@/components/kit/browser-store";
import { readerOf } from "@/content/class/message-fields";
import { quoted } from "@/labs/arithmetic/number-text";
import type { Assignment } from "@/labs/assignment/assignment";
import {
  formatAssignment,
  linkOf,
  parseLink,
  type ReadLink,
  readLink,
} from "@/labs/assignment/assignment-link";
import { nothingAsked } from "@/labs/assignment/assignment-parts";
import type { Lab } from "@/labs/catalog/lab";
import { isLabId, labs } from "@/labs/catalog/labs";
import type { Refusal } from "@/labs/run/conflicts";
import { longestLink } from "@/labs/run/link";

/** An assignment in the making, and the parts of its link that were refused. */
export type OpenedDraft = { draft: Assignment; refused: readonly Refusal[] };

/** An assignment of a lab that asks for nothing yet. */
export const freshDraft = (lab: Lab): Assignment => ({
  lab,
  run: lab.start,
  ...nothingAsked,
});

/** A link that only sets a run begins an assignment that asks for nothing. */
const draftFrom = (lab: Lab, { assignment, run, refused }: ReadLink): OpenedDraft => ({
  draft: assignment ?? { ...freshDraft(lab), run },
  refused,
});

const labPart = /(?:^|&)lab=([^&]*)/;

/** Reads the query of the workshop's own address; null where it names no lab. */
export function draftInQuery(query: string): OpenedDraft | null {
  const [part, id = ""] = labPart.exec(query.slice(0, 2 * longestLink)) ?? [];
  if (part === undefined) return null;
  if (isLabId(id)) {
    const lab: Lab = labs[id];
    return draftFrom(lab, parseLink(query.replace(part, "").replace(/^&/, ""), lab));
  }
  const says = `There is no lab ${quoted(id)}, so the first one is opened.`;
  return { draft: freshDraft(labs.features), refused: [{ key: "lab", says }] };
}

const workshop = /^(?:https?:\/\/[^/?#\s]+)?(?:\/[^/?#\s]+)*\/assign\/?\?([^#]*)/;

/** Reads a link of a lab or of the workshop; null where it is neither. */
export function draftInLink(written: string): OpenedDraft | null {
  const link = written.trim();
  const read = readLink(link);
  if (read) {
    const id = /\/labs\/([a-z-]+)\/?(?:[?#]|$)/.exec(link)?.[1] ?? "";
    return isLabId(id) ? draftFrom(labs[id], read) : null;
  }
  const query = workshop.exec(link.slice(0, 2 * longestLink))?.[1];
  return query === undefined ? null : draftInQuery(query);
}

/** An assignment as its learners will read it; null where its link is too long. */
export function asRead(draft: Assignment): (ReadLink & { link: string }) | null {
  const query = formatAssignment(draft);
  if (query.length > longestLink) return null;
  const read = parseLink(query, draft.lab);
  return { ...read, link: linkOf(read.assignment ?? draft) };
}

/** The workshop's address while it makes an assignment. */
export const workshopPath = (link: string, { lab }: Assignment) =>
  `/assign?lab=${lab.id}&${link.slice(link.indexOf("?") + 1)}`;

/** The note stands apart: with it a link may be too long to be read. */
const keptShape = z.object({ link: z.string(), note: z.string() });

type Kept = z.infer<typeof keptShape>;

/** The assignment that was made last, for the next visit. */
const store = createBrowserStore<Kept>({
  key: "next-pass-assignment",
  none: { link: "", note: "" },
  parse: readerOf(keptShape),
  format: JSON.stringify,
});

export const { useIsKept } = store;

export const useKept = store.useValue;

/** The draft that was left unfinished; null where none was. */
export function keptDraft({ link, note }: Kept): OpenedDraft | null {
  const opened = link === "" ? null : draftInLink(link);
  return opened && { ...opened, draft: { ...opened.draft, note } };
}

export const keepDraft = (draft: Assignment) =>
  store.change(() => ({ link: linkOf({ ...draft, note: "" }), note: draft.note }));
