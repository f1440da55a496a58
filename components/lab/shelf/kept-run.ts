// A run that the reader keeps, as the browser stores it.
import { longestLink } from "@/labs/link";
import type { Pass } from "@/labs/pass";

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

/** What is read at most: runs of all labs together, and passes of one of them. */
const mostRead = { runs: 500, passes: 400 };

const isNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);

function passFrom(value: unknown): Pass | null {
  if (!Array.isArray(value)) return null;
  const [pass, trainLoss, testLoss] = value;
  const whole = isNumber(pass) && isNumber(trainLoss) && isNumber(testLoss);
  return whole ? { pass, trainLoss, testLoss } : null;
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

export function formatShelf(shelf: readonly KeptRun[]): string {
  return JSON.stringify(
    shelf.map((run) => ({
      ...run,
      curve: run.curve.map(({ pass, trainLoss, testLoss }) => [
        pass,
        short(trainLoss),
        short(testLoss),
      ]),
    })),
  );
}
