"use client";
// The assignment in the making, from its opening to its link.
import { useCallback, useEffect, useState } from "react";
import { sitePath } from "@/content/site-path";
import { type Assignment, assignmentTitle } from "@/labs/assignment/assignment";
import { judgesExamples, withExamplesLocked } from "@/labs/assignment/examples";
import { labs } from "@/labs/catalog/labs";
import { differs, exampleSettings, isUsed, type Run, settings } from "@/labs/run/run";
import {
  asRead,
  draftInQuery,
  freshDraft,
  keepDraft,
  keptDraft,
  type OpenedDraft,
  useKept,
  workshopPath,
} from "./assignment-draft";

/** How long the address waits for the next change: browsers allow only so many. */
const pause = 400;

type Making = OpenedDraft & {
  /** Counts what was opened: the lab and the inputs begin anew with it. */
  opening: number;
  /** The name of the assignment opened last; "" at first. */
  openedAs: string;
  /** Whether the address and the browser's memory are to follow. */
  followed: boolean;
  /** Whether it holds work that would be missed. */
  worked: boolean;
  /** The work before this one; null where there was none. */
  before: Assignment | null;
};

/**
 * A draft after a change. As soon as a goal judges loss or accuracy, all settings that make
 * the examples are locked; later, those that other data bring into use.
 */
export function withLocksAfter(before: Assignment, next: Assignment): Assignment {
  if (!judgesExamples(next)) return next;
  if (!judgesExamples(before)) return { ...next, lock: withExamplesLocked(next) };
  const brought: readonly (keyof Run)[] = exampleSettings.filter(
    (setting) => isUsed(next.run, setting) && !isUsed(before.run, setting),
  );
  const isLocked = (setting: keyof Run) =>
    next.lock.includes(setting) || brought.includes(setting);
  return brought.length > 0 ? { ...next, lock: settings.filter(isLocked) } : next;
}

const sameRun = (one: Run, other: Run) =>
  settings.every((setting) => !differs(setting, one, other));

/** Only for the browser: the address decides what is opened, else the last visit. */
export function useDraft() {
  const kept = useKept();
  const [making, setMaking] = useState<Making>(() => {
    const found = draftInQuery(window.location.search.slice(1)) ?? keptDraft(kept);
    const opened = found ?? { draft: freshDraft(labs.network), refused: [] };
    const worked = found !== null;
    return { ...opened, opening: 1, openedAs: "", followed: false, worked, before: null };
  });
  const { draft, followed } = making;
  const read = asRead(draft);
  const path = read ? workshopPath(read.link, draft) : "/assign";

  useEffect(() => {
    if (followed) keepDraft(draft);
  }, [followed, draft]);
  useEffect(() => {
    if (!followed) return;
    const timer = setTimeout(
      () => window.history.replaceState(null, "", sitePath(path)),
      pause,
    );
    return () => clearTimeout(timer);
  }, [followed, path]);

  const change = useCallback((part: Partial<Assignment>) => {
    setMaking((now) => ({
      ...now,
      draft: withLocksAfter(now.draft, { ...now.draft, ...part }),
      followed: true,
      worked: true,
    }));
  }, []);
  const setRun = useCallback((run: Run) => {
    setMaking((now) =>
      sameRun(now.draft.run, run)
        ? now
        : {
            ...now,
            draft: withLocksAfter(now.draft, { ...now.draft, run }),
            followed: true,
            worked: true,
          },
    );
  }, []);
  /** Puts another assignment in the place of this one, which can be brought back. */
  function open({ draft, refused }: OpenedDraft) {
    setMaking((now) => ({
      draft,
      refused,
      opening: now.opening + 1,
      openedAs: assignmentTitle(draft),
      followed: true,
      worked: draft === now.before,
      before: now.worked ? now.draft : now.before,
    }));
  }
  return { ...making, read, change, setRun, open };
}
