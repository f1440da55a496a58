"use client";
// The reader's own points while they are drawn: those that the run has, or will have.
import { useState } from "react";
import { counted } from "@/labs/arithmetic/number-text";
import type { Point } from "@/labs/data/dataset";
import { most } from "@/labs/data/dataset";
import { formatRun, longestLink } from "@/labs/run/link";
import type { Run } from "@/labs/run/run";
import { lookOf } from "../plane/class-look";
import { type PlanePlace, placeText } from "../plane/plane-place";
import { type LabState, lockOf } from "../training/lab-state";
import type { LabControls } from "../training/use-lab";

/** The fewest points that a run can be made of: one to train on and one to test on. */
export const fewestPoints = 2;

/** How many steps can be taken back. */
const mostPast = 50;

type Points = readonly Point[];

/** A click on the plane adds a point of this class, or removes one. */
export type Tool = number | "erase";

/** The points, and the ways to change them, each a step that can be taken back. */
export function useOwnPoints(state: LabState, controls: LabControls) {
  const { run, lab } = state;
  // Too few points for a run: they wait here, as long as the run has what it had.
  const [few, setFew] = useState<{ beside: Points; points: Points } | null>(null);
  const [dragged, setDragged] = useState<Points | null>(null);
  const [past, setPast] = useState<readonly Points[]>([]);
  const [said, setSaid] = useState("");
  const points = few?.beside === run.own ? few.points : run.own;

  /** Makes the run train on `next`, or says in a sentence why it cannot. */
  function write(next: Points): string | null {
    const ofData = run.data === "own" ? null : lockOf(state.assigned, "data");
    const lock = ofData ?? lockOf(state.assigned, "own");
    if (lock !== null) return `${lock}: the run keeps its points.`;
    if (next.length > most.own) return `At most ${most.own} points can be drawn.`;
    if (next.length < fewestPoints) {
      setFew({ beside: run.own, points: next });
      return null;
    }
    const changed: Run = { ...run, data: "own", own: next };
    if (formatRun(changed, lab.start).length > longestLink) {
      return "The link has no room for so many points beside the typed weights.";
    }
    setFew(null);
    controls.set(changed);
    return null;
  }
  /** The same as a step that can be taken back; `says` is shown as done. */
  function change(next: Points, says: string): string | null {
    const problem = write(next);
    setSaid(problem ?? says);
    if (!problem) setPast([...past.slice(1 - mostPast), points]);
    return problem;
  }
  const changed = (index: number, by: Partial<Point>) =>
    points.map((one, at) => (at === index ? { ...one, ...by } : one));

  return {
    points: dragged ?? points,
    /** The latest change, in words. */
    said,
    canUndo: past.length > 0,
    change,
    add(place: PlanePlace, target: number) {
      const point = { ...place, target };
      const count = counted(points.length + 1, "point");
      change([...points, point], `Added ${pointText(point)}: ${count}.`);
    },
    remove(index: number) {
      const point = points[index];
      if (!point) return setSaid("There is no point here to remove.");
      const others = points.filter((_, at) => at !== index);
      change(others, `Removed ${pointText(point)}: ${counted(others.length, "point")}.`);
    },
    replace(index: number, by: Partial<Point>) {
      const next = changed(index, by);
      const point = next[index];
      if (point) change(next, `Changed point ${index + 1}: ${pointText(point)}.`);
    },
    /** Shows a point at another place, without a change of the run; null puts it back. */
    drag(index: number, place: PlanePlace | null) {
      setDragged(place && changed(index, place));
    },
    undo() {
      const before = past.at(-1);
      if (!before) return;
      const problem = write(before);
      if (!problem) setPast(past.slice(0, -1));
      setSaid(problem ?? `Taken back: ${counted(before.length, "point")}.`);
    },
  };
}

/** See `useOwnPoints`. */
export type OwnPoints = ReturnType<typeof useOwnPoints>;

/** The point closest to a place, at most `reach` away; −1 for none. */
export function nearestTo(points: Points, { x, y }: PlanePlace, reach: number): number {
  let nearest = -1;
  let least = reach;
  points.forEach((point, index) => {
    const distance = Math.hypot(point.x - x, point.y - y);
    if (distance <= least) [nearest, least] = [index, distance];
  });
  return nearest;
}

const pointText = ({ x, y, target }: Point) =>
  `${lookOf(target).name} at ${placeText({ x, y })}`;
