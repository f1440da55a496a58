// How questions of a kind are written: in an author's YAML, in Moodle's GIFT, and in QTI 2.1 and
// 1.2. Each kind's own half stands in `<kind>-file.ts`. No page loads any of it before it is asked for.
import type { GIFTQuestion } from "gift-pegjs";
import * as z from "zod";
import { isIdea } from "@/content/ideas";
import type { ItemParts } from "@/content/markup/qti-parts";
import type { Qti12Form, Qti12Parts } from "@/content/markup/qti12-parts";
import { hashed } from "./draw";
import { type ClaimedRun, type Head, longestPartId, type Parts } from "./kind";

// The pages forbid code made from text, which zod would try.
z.config({ jitless: true });

/** Takes down a loss, in a sentence. */
export type Tell = (says: string) => void;

/** A question as an author would write it, but for its head. */
export type GiftDraft = { kind: string; asks: string } & Readonly<
  Record<string, unknown>
>;

/** A format for other systems that may not hold all of a question. */
export type Format = "gift" | "qti" | "canvas" | "cartridge";

/** What a format makes of a kind, where it does not keep it as it is. */
export type Fate = {
  /** What it becomes, in a few words; left out: it stays the same. */
  as?: string;
  /** A part of a right answer earns a part of the points; here it earns none. */
  inParts?: true;
  /** That its questions are left out, or which of them. */
  leftOut?: string;
};

/** All that files need to know of one kind. */
export type FiledKind<Q extends Head, Written = unknown> = {
  /** The form that an author's YAML has. */
  form: z.ZodType<Written>;
  /** Throws an Error that says what is wrong beyond the form. */
  read(written: Written): Q;
  /** All but the head, for an author's YAML. */
  write(question: Q): Readonly<Record<string, unknown>>;
  /** The whole text of a GIFT question; `asks` is its question as GIFT holds it. */
  gift(question: Q, asks: string): string;
  /** Null for a question of another kind. Throws where no kind here could hold it. */
  fromGift?(read: GIFTQuestion, tell: Tell): GiftDraft | null;
  /** `shown`: its parts in the order in which they are to stand. */
  qti(question: Q, asks: string, shown: Parts): ItemParts;
  /** `shown`: as for `qti`. Null where the form has no type for the question. */
  qti12(question: Q, shown: Parts, form: Qti12Form): Qti12Parts | null;
  /** Formats that do not keep the kind as it is. */
  fates: Readonly<Partial<Record<Format, Fate>>>;
  /**
   * Of a kind that other systems cannot show: said when a question comes back from one.
   * They are given the address of the lesson's own question.
   */
  shownHereAlone?: string;
};

export const text = z.string().trim().min(1).max(2000);

/** `loss/squared-falls`, or `loss/squared-falls@40`: a lab, one of its claims, a pass. */
export const claimedRun = z
  .string()
  .regex(
    /^[a-z0-9-]+\/[a-z0-9-]+(@[1-9]\d{0,5})?$/,
    "must be a lab and a claim, as in loss/squared-falls",
  )
  .transform((run): ClaimedRun => {
    const [lab = "", claim = "", at] = run.split(/[/@]/);
    return { lab, claim, ...(at !== undefined && { at: Number(at) }) };
  });

export const claimText = ({ lab, claim, at }: ClaimedRun): string =>
  `${lab}/${claim}${at === undefined ? "" : `@${at}`}`;

export const head = {
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not kebab-case")
    .max(80),
  asks: text,
  reworded: text.exactOptional(),
  idea: z.string().refine(isIdea, "is none of the course’s ideas"),
  section: z.string().default(""),
  hints: z.array(text).max(4).default([]),
};

/** The id of a part; left out, it is made of the part's text. */
export const partId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "is not kebab-case, a letter first")
  .max(longestPartId)
  .optional();

/** The first words of a text, as an id. */
function idIn(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  let id = "";
  for (const word of words ?? []) {
    const longer = id ? `${id}-${word}` : word;
    if (id && longer.length > 24) break;
    id = longer.slice(0, 24);
  }
  return /^[a-z]/.test(id) ? id : `is-${id}`.replace(/-$/, "");
}

/**
 * Parts with their ids. One that has none has it from its own text alone, so that neither
 * its place nor other parts tell on it: from the first words, or where another part would
 * have the same, from these and a hash of the whole.
 */
export function withIds<T extends { id?: string | undefined; text: string }>(
  parts: readonly T[],
): (T & { id: string })[] {
  const first = parts.map(({ id, text }) => id ?? idIn(text));
  const ids = parts.map(({ id, text }, at) => {
    const own = first[at] ?? "";
    if (id !== undefined || first.filter((one) => one === own).length === 1) return own;
    return `${own}-${hashed(text).toString(36)}`;
  });
  if (new Set(ids).size < ids.length && !isRepeated(parts)) {
    throw new Error("two of its parts have the same id");
  }
  return parts.map((part, at) => ({ ...part, id: ids[at] ?? "" }));
}

/** The ids that an author has to write: those that are not made of the text. */
export function writtenIds(parts: readonly { id: string; text: string }[]) {
  const made = withIds(parts.map(({ text }) => ({ text })));
  return parts.map(({ id }, at): { id?: string } => (made[at]?.id === id ? {} : { id }));
}

/** Whether two parts have the same text. */
export const isRepeated = (parts: readonly { text: string }[]): boolean =>
  new Set(parts.map(({ text }) => text)).size < parts.length;

/** A reason of an imported answer; a filler stands where none came along. */
export const whyOf = (why: string, right: boolean): string =>
  why || (right ? "This is right." : "This is not right.");
