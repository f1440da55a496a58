"use client";
import { useEffect, useRef, useState } from "react";
import type { Goals } from "./use-goals";

/**
 * What a screen reader is told of goals: each one the first time it is met in a training,
 * and how many are met once the training rests.
 */
export function useGoalNews({ judged, trained, atRest }: Goals): string {
  const [news, setNews] = useState("");
  const met = judged.filter((goal) => goal.met).map(({ short }) => short);
  const told = useRef<ReadonlySet<string>>(new Set(met));
  const key = met.join("\n");
  const count = `${met.length} of ${judged.length} goals met.`;
  useEffect(() => {
    const fresh = met.filter((text) => !told.current.has(text));
    // A new training tells its goals anew.
    told.current = new Set(trained ? [...told.current, ...met] : met);
    if (judged.length === 0) return;
    if (fresh.length > 0) setNews(`Goal met: ${fresh.join("; ")}. ${count}`);
    else if (trained && atRest) setNews(count);
    else if (!trained) setNews("");
  }, [key, trained, atRest]);
  return news;
}
