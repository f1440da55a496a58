// How far the sides of a lab are, and how long the rest will take.
import { beats, type Speed } from "./gate";
import type { LabState } from "./lab-state";
import type { Side } from "./side";

const passesLeft = ({ run, passes, ended }: Side) =>
  ended ? 0 : run.passes - (passes.at(-1)?.pass ?? 0);

/** The share of all passes of all sides that are trained: 0 to 1. */
export function doneShare({ sides }: LabState): number {
  const all = sides.reduce((sum, { run }) => sum + run.passes, 0);
  const left = sides.reduce((sum, side) => sum + passesLeft(side), 0);
  return 1 - left / all;
}

function inWords(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The time that is left, in words; null where nobody would wait for it. */
export function timeLeft(state: LabState, speed: Speed): string | null {
  const { status, sides } = state;
  if (status !== "running") return null;
  const left = sides.map(passesLeft);
  const seconds =
    speed === "full"
      ? left.reduce((sum, passes) => sum + passes, 0) / state.speed
      : (Math.max(...left) * beats[speed]) / 1000;
  return Number.isFinite(seconds) && seconds >= 2 ? inWords(seconds) : null;
}
