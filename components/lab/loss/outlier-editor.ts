"use client";
import { useState } from "react";
import { most, type Point, planeRadius } from "@/labs/data/dataset";
import { kindOf } from "@/labs/data/datasets";
import { firstOutlier } from "@/labs/data/sample";
import { newOutlier } from "@/labs/landscape/outlier";
import { type PlanePlace, placeText } from "../plane/plane-place";
import { type LabState, lockOf } from "../training/lab-state";
import type { LabControls } from "../training/use-lab";

/** How far a further outlier stands from the one before, so that both are seen. */
const apart = 0.5;

/** The outliers of a run, to be moved, added and removed by the reader. */
export function useOutlierEditor(state: LabState, controls: LabControls) {
  const { run } = state;
  // Where they are while one is held; null as long as none is.
  const [held, setHeld] = useState<readonly Point[] | null>(null);
  const [at, setAt] = useState(0);
  const [news, setNews] = useState("");
  const outliers = held ?? run.outliers;
  const chosen = Math.max(0, Math.min(at, outliers.length - 1));

  const withOne = (index: number, change: Partial<Point>) =>
    outliers.map((one, k) => (k === index ? { ...one, ...change } : one));

  /** Changes the run; what had been trained is trained again. */
  function commit(next: readonly Point[], says: string) {
    const lock = lockOf(state.assigned, "outliers");
    setHeld(null);
    setNews(lock === null ? says : `${lock}: the outliers stay as they are.`);
    const changed = { ...run, outliers: next };
    if (state.status === "idle") controls.set(changed);
    else controls.trainAnew(changed);
  }

  return {
    outliers,
    chosen,
    /** The last change in a sentence, for those who cannot see it. */
    news,
    choose: setAt,
    /** Shows an outlier at another place, without a change of the run. */
    hold(index: number, place: PlanePlace) {
      setAt(index);
      setHeld(withOne(index, place));
    },
    /** Lets go of what was held: the run changes now. */
    letGo() {
      const one = held?.[chosen];
      if (held && one) commit(held, `Outlier ${chosen + 1} is at ${placeText(one)}.`);
    },
    /** Puts back what was held. */
    putBack: () => setHeld(null),
    change(change: Partial<Point>) {
      commit(withOne(chosen, change), `Outlier ${chosen + 1} is changed.`);
    },
    add() {
      const { sample } = state.sides[0];
      const others = sample.points?.train.slice(0, firstOutlier(run, sample)) ?? [];
      const { x, y, target } = newOutlier(kindOf(run), others);
      const place = { x: Math.min(x + apart * outliers.length, planeRadius), y };
      setAt(outliers.length);
      commit(
        [...outliers, { ...place, target }],
        `An outlier is at ${placeText(place)}.`,
      );
    },
    remove() {
      commit(
        outliers.filter((_, k) => k !== chosen),
        `Outlier ${chosen + 1} is gone.`,
      );
    },
    canAdd: outliers.length < most.outliers,
  };
}

export type OutlierEditor = ReturnType<typeof useOutlierEditor>;
