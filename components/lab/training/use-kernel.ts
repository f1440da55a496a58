"use client";
// Training in the page itself: a download of its own, for views that train a run anew.
import { useEffect, useState } from "react";
import type { BeginTraining } from "@/labs/training/training";

let known: BeginTraining | null = null;

/**
 * The lab's own arithmetic, from when it is first `wanted` and there; null before, and where
 * it cannot be loaded.
 */
export function useKernel(wanted: boolean): BeginTraining | null {
  const [begin, setBegin] = useState(() => known);
  useEffect(() => {
    if (!wanted || begin) return;
    let left = false;
    import("@/labs/kernel/kernel").then(
      ({ compileTraining }) => {
        known = compileTraining;
        if (!left) setBegin(() => compileTraining);
      },
      () => {},
    );
    return () => {
      left = true;
    };
  }, [wanted, begin]);
  return begin;
}
