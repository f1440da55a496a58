"use client";
import { useEffect, useRef, useState } from "react";

/** Whether the element has ever come within reach of the screen. */
export function useReached<E extends Element>() {
  const element = useRef<E>(null);
  const [reached, setReached] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setReached(true);
        observer.disconnect();
      },
      { rootMargin: "200px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, reached };
}
