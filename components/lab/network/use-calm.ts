"use client";
import { useEffect, useRef, useState } from "react";

/** A value that changes often, at most once in `wait` milliseconds; the last one counts. */
export function useCalm<T>(value: T, wait: number): T {
  const [calm, setCalm] = useState(value);
  const shownAt = useRef(0);
  useEffect(() => {
    const rest = Math.max(shownAt.current + wait - performance.now(), 0);
    const timer = setTimeout(() => {
      shownAt.current = performance.now();
      setCalm(() => value);
    }, rest);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return calm;
}
