"use client";
// Long computations for a view, a few milliseconds at a time.
import { useEffect, useRef, useState } from "react";
import { drawingShare } from "@/components/kit/drawing-turns";
import type { Sliced } from "@/labs/landscape/loss-surface";
import { beginSliced } from "../training/sliced-work";

/**
 * The outcome of `work` for the latest input that it was finished for, with that input;
 * null at first. While it works, newer inputs wait, and only the latest is taken up next.
 * Inputs are told apart by identity, and `work` stays the same function. While the lab is
 * `training`, it takes no more of the page's time than drawings may.
 */
export function useSliced<I, T>(
  input: I,
  work: (input: I) => Sliced<T>,
  training: boolean,
): { of: I; value: T } | null {
  const [result, setResult] = useState<{ of: I; value: T } | null>(null);
  const wanted = useRef({ input, training });
  const stop = useRef<(() => void) | null>(null);

  useEffect(() => {
    wanted.current = { input, training };
    function start() {
      const { input: of, training } = wanted.current;
      const done = (value: T) => {
        stop.current = null;
        setResult({ of, value });
        if (wanted.current.input !== of) start();
      };
      stop.current = beginSliced(work(of), done, training ? drawingShare : 1);
    }
    if (stop.current === null) start();
  }, [input, work, training]);

  useEffect(
    () => () => {
      stop.current?.();
      stop.current = null;
    },
    [],
  );
  return result;
}
