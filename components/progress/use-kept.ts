"use client";
import { useHeldClaims } from "@/components/lab/training/held-store";
import { useAnswers } from "@/components/quiz/answer-store";
import { useReading } from "./reading-store";
import type { Kept } from "./section-progress";

const none: readonly string[] = [];

/** The names of the claims that the reader saw hold, as `lab/claim`. */
export const useHeld = useHeldClaims;

/** As much of what is kept of the reader as tells how much of a lesson is done. */
export function useKept(slug: string): Kept {
  const answers = useAnswers();
  const reading = useReading()[slug];
  return { answers, held: useHeld(), read: reading?.read ?? none };
}
