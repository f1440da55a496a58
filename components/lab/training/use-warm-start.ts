"use client";
import { useEffect, useEffectEvent } from "react";

/** How long a busy page may put it off, in milliseconds. */
const patience = 2000;

/**
 * Makes a lab ready for its first click as soon as the page has nothing else to do: only
 * for a page that is about this lab, since it loads what trains.
 */
export function useWarmStart(warm: () => void, wanted: boolean) {
  const begin = useEffectEvent(warm);
  useEffect(() => {
    if (!wanted) return;
    // Safari has no idle callbacks: there a short while stands for them.
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(() => begin(), 300);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(() => begin(), { timeout: patience });
    return () => cancelIdleCallback(idle);
  }, [wanted]);
}
