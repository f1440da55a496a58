"use client";
// The work of a learner on assignments, as their browser keeps it: the latest first.
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import * as z from "zod";
import { createBrowserStore } from "@/components/kit/browser-store";
import { Problem } from "@/components/kit/status";
import { unkeptInClass, unkeptText } from "@/components/kit/wording";
import type { Assigned, LabState } from "@/components/lab/training/lab-state";
import { readerOf } from "@/content/class/message-fields";
import type { Assignment } from "@/labs/assignment/assignment";
import { isSameTask } from "@/labs/assignment/assignment-link";
import { learnerName } from "@/labs/assignment/learner-name";
import { seedFor } from "@/labs/assignment/learner-start";
import { hasOneSeed } from "@/labs/assignment/locks";
import { openReceipt } from "@/labs/receipt/packed";
import { formatRun, longestLink } from "@/labs/run/link";
import type { JoinedAs } from "./asking-class";
import { ownSide, reached } from "./judged-goals";

export type KeptWork = {
  /** The assignment, as `linkOf` writes it. */
  link: string;
  /** As `learnerName` gives it. */
  name: string;
  /** The settings they changed, as a query against where they start. */
  query: string;
  /** The furthest pass that this run was trained to. */
  pass: number;
  /** The seed it was trained with; null where nothing was, or an older site kept it. */
  seed: number | null;
  /** The receipt made last, as `pack` writes it, where it is short. */
  receipt: string | null;
};

/** How many assignments are kept, and the longest receipt, in characters. */
export const workLimits = { assignments: 40, receipt: 8000 };

const workShape = z.object({
  link: z.string().max(2 * longestLink),
  name: z.string().refine((name) => learnerName(name) === name),
  query: z.string().max(longestLink),
  pass: z.int().min(0).max(100_000),
  seed: z.int().min(0).nullable().default(null),
  receipt: z.string().max(workLimits.receipt).nullable(),
});

/** Reads kept work; null where any part of the text is anything else. */
export const parseWork: (text: string) => readonly KeptWork[] | null = readerOf(
  z.array(workShape).transform((list) => list.slice(0, workLimits.assignments)),
);

/** The same list with one assignment's work renewed, and first; the oldest may go. */
export function renewed(
  list: readonly KeptWork[],
  work: Omit<KeptWork, "receipt">,
): readonly KeptWork[] {
  const before = workOn(list, work.link);
  const others = list.filter(({ link }) => link !== work.link);
  const same = before?.name === work.name;
  const sameRun = same && before.query === work.query && before.seed === work.seed;
  const next = {
    ...work,
    pass: sameRun ? Math.max(before.pass, work.pass) : work.pass,
    receipt: same ? before.receipt : null,
  };
  return [next, ...others].slice(0, workLimits.assignments);
}

const store = createBrowserStore<readonly KeptWork[]>({
  key: "next-pass-work",
  none: [],
  parse: parseWork,
  format: JSON.stringify,
});

export const { useIsKept } = store;

/** The work on the assignment with this link; null where there is none. */
export function useWork(link: string): KeptWork | null {
  const list = store.useValue();
  return useMemo(() => workOn(list, link), [list, link]);
}

/** See `useWork`. The work of the same task counts: a class may have changed the link since. */
export function workOn(list: readonly KeptWork[], link: string): KeptWork | null {
  const exact = list.find((work) => work.link === link);
  return exact ?? list.find((work) => isSameTask(work.link, link)) ?? null;
}

/**
 * Whether work was begun with the seed that older receipts have: it goes on with that one.
 * `link` is the assignment's, as `linkOf` writes it.
 */
export function isFormerWork(
  work: KeptWork | null,
  link: string,
  assignment: Assignment,
  name: string,
): boolean {
  if (!work || work.name !== name || work.link !== link) return false;
  if (hasOneSeed(assignment)) return false;
  // Older sites kept no seed.
  if (work.seed === null) return work.pass > 0;
  return work.seed === seedFor(assignment, { name, former: true });
}

/** A kept receipt, once it is known to be of this seed, or of a version with other seeds. */
export function useUsableReceipt(kept: string | null, seed: number): string | null {
  const [usable, setUsable] = useState<string | null>(null);
  useEffect(() => {
    if (kept === null) return;
    let left = false;
    void openReceipt(kept).then((opened) => {
      if (left || "problem" in opened) return;
      const { receipt } = opened;
      if (receipt.seed === seed || receipt.version === 1) setUsable(kept);
    });
    return () => {
      left = true;
    };
  }, [kept, seed]);
  return usable === kept ? usable : null;
}

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

type NoteProps = { state: LabState; work: KeptWork | null; joined: JoinedAs | null };

/** Says that work was left unfinished here, or that this browser keeps nothing at all. */
export function KeptNote({ state, work, joined }: NoteProps) {
  const isKept = useIsKept();
  const { run, status, assigned } = state;
  const [opened] = useState({ run, work });
  const before = opened.work;
  const untouched = run === opened.run && status === "idle";
  const own = before !== null && before.name === assigned?.name;
  const same = own && before.query === formatRun(opened.run, assigned.start);
  const changed = same && before.query !== "";
  const otherSeed = same && assigned && isOtherSeed(before, assigned);
  return (
    <>
      {untouched && changed && <p>Your settings are as you left them.</p>}
      {untouched && same && before.pass > 0 && (
        <p>
          You had got to pass {before.pass}:{" "}
          {otherSeed
            ? "train again, your data and starting weights are others now."
            : "train again to go on, it comes out alike."}
        </p>
      )}
      {!isKept && (
        <Problem>
          {joined
            ? unkeptInClass(joined.className)
            : unkeptText("your name and your work go")}
        </Problem>
      )}
    </>
  );
}

/** Older sites kept no seed. */
const isOtherSeed = ({ seed }: KeptWork, { assignment, start, former }: Assigned) =>
  seed === null ? !former && !hasOneSeed(assignment) : seed !== start.seed;

/** How often work is kept during a training, in milliseconds. */
const every = 2000;

/** Keeps the settings and how far they were trained, as long as the lab is open. */
export function useKeeping(state: LabState, link: string) {
  const { run, status, assigned } = state;
  const keep = useEffectEvent(() => {
    if (!assigned || assigned.name === "") return;
    const { name, start } = assigned;
    const side = ownSide(state);
    const pass = side ? reached(side) : 0;
    keepWork({ link, name, query: formatRun(run, start), pass, seed: start.seed });
  });
  // As it opens, nothing was done yet.
  const before = useRef({ run, status });
  const touched = useRef(false);
  useEffect(() => {
    if (before.current.run === run && before.current.status === status) return;
    before.current = { run, status };
    touched.current = true;
    keep();
    if (status !== "running") return;
    const timer = setInterval(() => keep(), every);
    return () => clearInterval(timer);
  }, [run, status]);
  useEffect(() => {
    const leave = () => touched.current && keep();
    window.addEventListener("pagehide", leave);
    return () => window.removeEventListener("pagehide", leave);
  }, []);
}
