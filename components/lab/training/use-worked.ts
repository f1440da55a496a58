"use client";
// The content of a view, worked out in the worker for it.
import { useEffect, useRef, useState } from "react";
import { usePaced } from "@/components/kit/use-paced";

/** A result, and what it is of. */
export type Worked<I, T> = { of: I; value: T };

/**
 * The outcome of `work` for the latest input that it was finished for; null at first. While
 * it works, newer inputs wait, and only the latest is taken up next. Inputs are told apart
 * by identity, null asks for nothing, and `work` stays the same function.
 */
export function useWorked<I, T>(
  input: I | null,
  work: (input: I) => Promise<T>,
): Worked<I, T> | null {
  const [result, setResult] = useState<Worked<I, T> | null>(null);
  const wanted = useRef(input);
  const busy = useRef(false);
  const left = useRef(false);

  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  useEffect(() => {
    wanted.current = input;
    async function go() {
      busy.current = true;
      try {
        let of = wanted.current;
        while (of !== null && !left.current) {
          const value = await work(of);
          if (!left.current) setResult({ of, value });
          of = wanted.current === of ? null : wanted.current;
        }
      } finally {
        busy.current = false;
      }
    }
    if (!busy.current) void go();
  }, [input, work]);
  return result;
}

const nothing = () => Promise.resolve();

/** The same for a view, as often as the page can afford to draw it while the lab trains. */
export function useWorkedView<I, T>(
  input: I,
  work: (input: I) => Promise<T>,
  training: boolean,
): Worked<I, T> | null {
  const goesOn = (drawn: Worked<I, T> | null) => training && drawn !== null;
  return usePaced(useWorked(input, work), { goesOn, prepare: nothing });
}
