"use client";
import { useState } from "react";
import { most, type Point, planeRadius } from "@/labs/data/dataset";
import { kindOf } from "@/labs/data/datasets";
import { firstOutlier } from "@/labs/data/sample";
import { newOutlier } from "@/labs/landscape/outlier";
import { type PlanePlace, placeText } from "../plane/plane-place";
import { type LabState, lockOf } from "../training/lab-state";
import type { LabControls } from "../training/use-lab";

/** A further outlier stands so far from the one before that both are seen. */
const apart = 0.5;

/** The outliers of a run, to be moved, added and removed by the reader. */
export function useOutlierEditor(state: LabState, controls: LabControls) {
  const { run } = state;
  // The outliers while one is dragged; null as long as none is.
  const [dragged, setDragged] = useState<readonly Point[] | null>(null);
  const [at, setAt] = useState(0);
  const [news, setNews] = useState("");
  const outliers = dragged ?? run.outliers;
  const chosen = Math.max(0, Math.min(at, outliers.length - 1));

  const withOne = (index: number, change: Partial<Point>) =>
    outliers.map((one, k) => (k === index ? { ...one, ...change } : one));

  /** Changes the run; what had been trained is trained again. */
  function commit(next: readonly Point[], says: string) {
    const lock = lockOf(state.assigned, "outliers");
    setDragged(null);
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
      setDragged(withOne(index, place));
    },
    /** Lets go of the dragged outlier: the run changes now. */
    letGo() {
      const one = dragged?.[chosen];
      if (dragged && one)
        commit(dragged, `Outlier ${chosen + 1} is at ${placeText(one)}.`);
    },
    /** Puts the dragged outlier back. */
    putBack: () => setDragged(null),
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
