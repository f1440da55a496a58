"use client";
import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** How far off the screen something already counts as in sight. */
const margin = "150px";

/**
 * Whether an element stands on the screen, or is about to be printed: what does not need
 * not be drawn. In sight until it is known.
 */
export function useInSight(element: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(true);
  const [printed, setPrinted] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => setSeen(entries.at(-1)?.isIntersecting ?? true),
      { rootMargin: margin },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  useEffect(() => {
    // The browser prints the page as it stands after the event.
    const before = () => flushSync(() => setPrinted(true));
    const after = () => setPrinted(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return seen || printed;
}
