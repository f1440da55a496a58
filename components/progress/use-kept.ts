"use client";
import { useAnswers } from "@/components/quiz/answer-store";
import { useReading } from "./reading-store";
import type { Kept } from "./section-progress";

const none: readonly string[] = [];
const noClaims: ReadonlySet<string> = new Set();

/** What is kept of the reader, as far as it tells how much of a lesson is done. */
export function useKept(slug: string): Kept {
  const answers = useAnswers();
  const reading = useReading()[slug];
  return { answers, held: noClaims, read: reading?.read ?? none };
}
