"use client";
import { createBrowserStore } from "@/components/kit/browser-store";
import { isFields } from "@/content/fields";
import { learnerName } from "@/labs/assignment/learner-name";
import { longestLink } from "@/labs/link";

// What a learner has done for an assignment, as their browser stores it.

export type KeptWork = {
  /** The assignment, as `linkOf` writes it. */
  link: string;
  /** As `learnerName` gives it. */
  name: string;
  /** What was set otherwise, as a query against where the learner starts. */
  query: string;
  /** The furthest pass that this run was trained to. */
  pass: number;
  /** The receipt made last, as `pack` writes it, where it is short. */
  receipt: string | null;
};

/** How many assignments are kept, and the longest receipt, in characters. */
export const workLimits = { assignments: 40, receipt: 8000 };

const isText = (value: unknown, most: number): value is string =>
  typeof value === "string" && value.length <= most;

const isPass = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 100_000;

function workFrom(value: unknown): KeptWork | null {
  if (!isFields(value)) return null;
  const { link, name, query, pass, receipt } = value;
  if (!isText(link, 2 * longestLink) || !isText(query, longestLink)) return null;
  if (!isText(name, 1000) || learnerName(name) !== name || !isPass(pass)) return null;
  if (receipt !== null && !isText(receipt, workLimits.receipt)) return null;
  return { link, name, query, pass, receipt };
}

/** Reads what JSON made of kept work; null where any part of it is anything else. */
export function parseWork(text: string): readonly KeptWork[] | null {
  try {
    const found: unknown = JSON.parse(text);
    if (!Array.isArray(found)) return null;
    const read = found.map(workFrom).filter((one) => one !== null);
    return read.length < found.length ? null : read.slice(0, workLimits.assignments);
  } catch {
    return null;
  }
}

/** The same list with one assignment's work renewed, and first; the oldest may go. */
export function renewed(
  list: readonly KeptWork[],
  work: Omit<KeptWork, "receipt">,
): readonly KeptWork[] {
  const before = list.find(({ link }) => link === work.link);
  const others = list.filter((one) => one !== before);
  const same = before?.name === work.name;
  const sameRun = same && before.query === work.query;
  const next = {
    ...work,
    pass: sameRun ? Math.max(before.pass, work.pass) : work.pass,
    receipt: same ? before.receipt : null,
  };
  return [next, ...others].slice(0, workLimits.assignments);
}

// What the reader has done for assignments, the latest first.

const store = createBrowserStore<readonly KeptWork[]>({
  key: "next-pass-work",
  none: [],
  parse: parseWork,
  format: JSON.stringify,
});

export const { useIsKept } = store;

/** What was done for the assignment with this link; null where nothing was. */
export const useWork = (link: string): KeptWork | null =>
  store.useValue().find((work) => work.link === link) ?? null;

/** The name that was given last in this browser; "" where none was. */
export const useLatestName = (): string => store.useValue()[0]?.name ?? "";

export const keepWork = (work: Omit<KeptWork, "receipt">) =>
  store.change((list) => renewed(list, work));

/** Keeps the receipt made last for an assignment; one too long is not kept. */
export const keepReceipt = (link: string, packed: string) =>
  store.change((list) =>
    list.map((work) =>
      work.link === link
        ? { ...work, receipt: packed.length <= workLimits.receipt ? packed : null }
        : work,
    ),
  );
