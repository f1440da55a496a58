"use client";
// The number that tells this reader from others where a question is worded in two ways. It
// is drawn once, stays in the browser, and says nothing of the reader.
import { useEffect } from "react";
import { createBrowserStore } from "@/components/kit/browser-store";
import { type AskedWords, type Wording, wordingFor } from "@/content/quiz/second-wording";
import { useAnswers } from "./answer-store";

const store = createBrowserStore<number | null>({
  key: "next-pass-wordings",
  none: null,
  parse: (text) => (/^\d{1,10}$/.test(text) ? Number(text) : null),
  format: String,
});

const drawnSeed = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/**
 * How a question is worded for this reader: as it was at their first answer, or else as
 * their seed draws it. The page is written with the first wording.
 */
export function useWording(question: Omit<AskedWords, "asks">): Wording {
  const kept = useAnswers()[question.id];
  const seed = store.useValue();
  const open = question.reworded !== undefined && !kept;
  useEffect(() => {
    if (open) store.change((known) => known ?? drawnSeed());
  }, [open]);
  if (kept) return kept.wording ?? "first";
  return seed === null ? "first" : wordingFor(question, seed);
}
