"use client";
import { type RefObject, useCallback, useEffect, useRef } from "react";

/**
 * Notes when an element is first seen or focused. Gives the milliseconds since then;
 * 0 where it was not.
 */
export function useSeen(element: RefObject<HTMLElement | null>): () => number {
  const seen = useRef<number | null>(null);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const see = () => {
      seen.current ??= performance.now();
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        see();
      },
      // A tall card on a small screen is seen once its middle line is reached.
      { rootMargin: "-20% 0px -20% 0px" },
    );
    observer.observe(watched);
    watched.addEventListener("focusin", see, { once: true });
    return () => {
      observer.disconnect();
      watched.removeEventListener("focusin", see);
    };
  }, [element]);
  return useCallback(() => performance.now() - (seen.current ?? performance.now()), []);
}
