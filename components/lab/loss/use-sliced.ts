"use client";
// Long computations for a view, a few milliseconds at a time.
import { useEffect, useRef, useState } from "react";
import type { Sliced } from "@/labs/landscape/loss-surface";
import { beginSliced } from "../training/sliced-work";

/**
 * The outcome of `work` for the latest input that it was finished for, with that input;
 * null at first. While it works, newer inputs wait, and only the latest is taken up next.
 * Inputs are told apart by identity, and `work` stays the same function.
 */
export function useSliced<I, T>(
  input: I,
  work: (input: I) => Sliced<T>,
): { of: I; value: T } | null {
  const [result, setResult] = useState<{ of: I; value: T } | null>(null);
  const wanted = useRef(input);
  const stop = useRef<(() => void) | null>(null);

  useEffect(() => {
    wanted.current = input;
    function start() {
      const of = wanted.current;
      stop.current = beginSliced(work(of), (value) => {
        stop.current = null;
        setResult({ of, value });
        if (wanted.current !== of) start();
      });
    }
    if (stop.current === null) start();
  }, [input, work]);

  useEffect(
    () => () => {
      stop.current?.();
      stop.current = null;
    },
    [],
  );
  return result;
}
