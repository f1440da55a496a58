"use client";
import { useEffect, useEffectEvent } from "react";

/** How long a busy page may put it off, in milliseconds. */
const patience = 2000;

/** Does something once, as soon as the page has nothing else to do; never unless `wanted`. */
export function useWhenIdle(act: () => void, wanted = true) {
  const begin = useEffectEvent(act);
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
