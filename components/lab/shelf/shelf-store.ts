"use client";
// The runs that the reader keeps, of all labs, as this browser stores them.
import { useMemo } from "react";
import { createBrowserStore } from "@/components/kit/browser-store";
import type { Side } from "@/components/lab/training/side";
import { thinOut } from "@/labs/arithmetic/thin-out";
import type { Lab } from "@/labs/catalog/lab";
import { formatRun, longestLink } from "@/labs/run/link";
import { fields, normalizeRun, type Run, settings } from "@/labs/run/run";
import type { Pass } from "@/labs/training/training";

/** A kept run; its curve is thinned. */
export type KeptRun = {
  id: string;
  lab: string;
  name: string;
  /** The run as a link of its lab, without "?". */
  query: string;
  diverged: boolean;
  /** Whether its curve lies over the lab's chart. */
  drawn: boolean;
  /** About 200 passes of its curve, with the first and the last. */
  curve: readonly Pass[];
};

/** The most runs that one lab's shelf holds, and the longest name. */
export const shelfLimits = { runs: 24, name: 60 };

const none: readonly KeptRun[] = [];

const store = createBrowserStore({
  key: "next-pass-shelf",
  none,
  parse: parseShelf,
  format: formatShelf,
});

/** Whether the browser keeps the shelf beyond this page. */
export const { useIsKept } = store;

/** The kept runs of one lab, oldest first. */
export function useShelf(lab: string): readonly KeptRun[] {
  const shelf = store.useValue();
  return useMemo(() => shelf.filter((run) => run.lab === lab), [shelf, lab]);
}

/** How a run differs from where its lab starts, in words: its name until it gets one. */
function runName(run: Run, start: Run): string {
  const asked = new URLSearchParams(formatRun(normalizeRun(run), normalizeRun(start)));
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
    name: runName(run, lab.start),
    query: formatRun(run, lab.start),
    diverged: ended === "diverged",
    drawn: true,
    curve: thinOut(passes, 200),
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

/** Renames a kept run, or shows or hides its curve. */
export function changeKept(id: string, change: Partial<Pick<KeptRun, "name" | "drawn">>) {
  store.change((shelf) =>
    shelf.map((run) => (run.id === id ? { ...run, ...change } : run)),
  );
}

/** Takes a run off the shelf. */
export function discard(id: string) {
  store.change((shelf) => shelf.filter((run) => run.id !== id));
}

/** At most so much is read: runs of all labs together, and passes of one of them. */
const mostRead = { runs: 500, passes: 400 };

const isNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);

function passFrom(value: unknown): Pass | null {
  if (!Array.isArray(value)) return null;
  const [pass, trainLoss, heldLoss] = value;
  const whole = isNumber(pass) && isNumber(trainLoss) && isNumber(heldLoss);
  return whole ? { pass, trainLoss, heldLoss } : null;
}

function keptRunFrom(value: unknown): KeptRun | null {
  if (typeof value !== "object" || value === null) return null;
  const known: Record<string, unknown> = { ...value };
  const { id, lab, name, query, diverged, drawn, curve } = known;
  if (typeof id !== "string" || typeof lab !== "string") return null;
  if (typeof name !== "string" || typeof query !== "string") return null;
  if (typeof diverged !== "boolean" || typeof drawn !== "boolean") return null;
  if (name.length > shelfLimits.name || query.length > longestLink) return null;
  if (!Array.isArray(curve) || curve.length === 0) return null;
  if (curve.length > mostRead.passes) return null;
  const passes = curve.map(passFrom).filter((pass) => pass !== null);
  if (passes.length < curve.length) return null;
  return { id, lab, name, query, diverged, drawn, curve: passes };
}

/** Reads what `formatShelf` wrote; null where any part of it is anything else. */
export function parseShelf(text: string): readonly KeptRun[] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value) || value.length > mostRead.runs) return null;
    const runs = value.map(keptRunFrom).filter((run) => run !== null);
    const different = new Set(runs.map(({ id }) => id)).size;
    return different === value.length ? runs : null;
  } catch {
    return null;
  }
}

const short = (loss: number) => Number(loss.toPrecision(7));

/** The shelf as the browser stores it; losses are cut to seven digits. */
export function formatShelf(shelf: readonly KeptRun[]): string {
  return JSON.stringify(
    shelf.map((run) => ({
      ...run,
      curve: run.curve.map(({ pass, trainLoss, heldLoss }) => [
        pass,
        short(trainLoss),
        short(heldLoss),
      ]),
    })),
  );
}
