"use client";
import { startTransition, useEffect, useRef, useState } from "react";

/** The latest of a value that changes often, a few times a second and never urgently. */
export function useCalm<T>(value: T, milliseconds = 250): T {
  const [calm, setCalm] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    latest.current = value;
    if (value === calm || timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      startTransition(() => setCalm(latest.current));
    }, milliseconds);
  }, [value, calm, milliseconds]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return calm;
}
