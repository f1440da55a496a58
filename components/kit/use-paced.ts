"use client";
import {
  startTransition,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { drawInTurn } from "./drawing-turns";

/** How long a drawing may take before others have their turn, in milliseconds. */
const patience = 1000;

type Pacing<T> = {
  /** Whether a value only goes on from the one that is drawn: it then waits for its turn. */
  goesOn(drawn: T, value: T): boolean;
  /** Makes ready, elsewhere than in the page, what drawing a value needs. Never throws. */
  prepare(value: T): Promise<unknown>;
};

/**
 * A value that changes often, as often as the page can afford to draw it: while one is
 * drawn, and while the page rests from it, only the latest of those that come is kept. What
 * does not merely go on from the one before is given at once.
 */
export function usePaced<T>(value: T, { goesOn, prepare }: Pacing<T>): T {
  const [drawn, setDrawn] = useState(value);
  const shown = goesOn(drawn, value) ? drawn : value;
  if (shown !== drawn) setDrawn(shown);

  const now = useEffectEvent(() => ({ value, shown }));
  const ready = useEffectEvent(prepare);
  const queued = useRef(false);
  const left = useRef(false);
  /** Told what is shown once it stands in the page. */
  const arrived = useRef((_: T) => {});

  useLayoutEffect(() => arrived.current(shown), [shown]);

  useLayoutEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      arrived.current(now().shown);
    };
  }, []);

  useLayoutEffect(() => {
    if (value === shown || queued.current) return;
    queued.current = true;
    drawInTurn(async (costly) => {
      queued.current = false;
      if (left.current) return;
      const next = now();
      await ready(next.value);
      // Something that could not wait may have been drawn meanwhile.
      if (left.current || now().shown !== next.shown) return;
      await costly(
        new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, patience);
          arrived.current = () => {
            clearTimeout(timer);
            resolve();
          };
          startTransition(() => setDrawn(next.value));
        }),
      );
    });
  }, [value, shown]);
  return shown;
}
