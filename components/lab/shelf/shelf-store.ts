"use client";
// The shelf: the runs that the reader keeps, of all labs.
import { useMemo } from "react";
import { createBrowserStore } from "@/components/kit/browser-store";
import type { Lab } from "@/labs/lab";
import { formatRun } from "@/labs/link";
import { fields, type Run, settings } from "@/labs/run";
import { settled } from "@/labs/settled";
import { thinned } from "@/labs/thinned";
import type { Side } from "../side";
import { formatShelf, type KeptRun, parseShelf, shelfLimits } from "./kept-run";

const none: readonly KeptRun[] = [];

const store = createBrowserStore({
  key: "next-pass-shelf",
  none,
  parse: parseShelf,
  format: formatShelf,
});

export const { useIsKept } = store;

/** The kept runs of one lab, oldest first. */
export function useShelf(lab: string): readonly KeptRun[] {
  const shelf = store.useValue();
  return useMemo(() => shelf.filter((run) => run.lab === lab), [shelf, lab]);
}

/** What tells a run from where its lab starts, in words: its name until it gets one. */
export function nameOf(run: Run, start: Run): string {
  const asked = new URLSearchParams(formatRun(settled(run), settled(start)));
  const parts = settings
    .filter((setting) => asked.has(fields[setting].key))
    .map((setting) => {
      const { label, key, control } = fields[setting];
      return control.kind === "written" ? label : `${label} ${asked.get(key)}`;
    });
  const name = parts.length > 0 ? parts.join(", ") : "As the lab begins";
  return name.slice(0, shelfLimits.name);
}

function keptRun(lab: Lab, { run, passes, ended }: Side): KeptRun {
  return {
    id: `${Date.now()}-${Math.random()}`,
    lab: lab.id,
    name: nameOf(run, lab.start),
    query: formatRun(run, lab.start),
    diverged: ended === "diverged",
    drawn: true,
    curve: thinned(passes, 200),
  };
}

/** Keeps runs, as many as the lab's shelf has room for. */
export function keep(lab: Lab, sides: readonly Side[]) {
  store.change((shelf) => {
    const own = [
      ...shelf.filter((run) => run.lab === lab.id),
      ...sides.map((side) => keptRun(lab, side)),
    ];
    const others = shelf.filter((run) => run.lab !== lab.id);
    return [...others, ...own.slice(0, shelfLimits.runs)];
  });
}

export function changeKept(id: string, change: Partial<Pick<KeptRun, "name" | "drawn">>) {
  store.change((shelf) =>
    shelf.map((run) => (run.id === id ? { ...run, ...change } : run)),
  );
}

export function discard(id: string) {
  store.change((shelf) => shelf.filter((run) => run.id !== id));
}
