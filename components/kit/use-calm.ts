"use client";
import { startTransition, useEffect, useEffectEvent, useRef, useState } from "react";

/** How long a value stands at least, in milliseconds: nobody reads faster. */
const wait = 250;

/** The latest of a value that changes often, a few times a second and never urgently. */
export function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value);
  const latest = useEffectEvent(() => value);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    if (value === calm || timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      startTransition(() => setCalm(latest()));
    }, wait);
  }, [value, calm]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return calm;
}
