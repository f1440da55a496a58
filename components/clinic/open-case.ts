"use client";
// The case that a lab of the clinic is open for, and what is kept of it.
import { createContext } from "react";
import { changeHeld, useHeldClaims } from "@/components/lab/training/held-store";
import { useAnswers } from "@/components/quiz/answer-store";
import { type Case, curedName, diagnosisId, triedName } from "@/content/clinic/case";

/** The case around a bench. */
export const OpenCase = createContext<Case | null>(null);

/** What the reader has done of a case: hints come after a first try, of either kind. */
export function useCase(one: Case) {
  const held = useHeldClaims();
  const diagnosis = useAnswers()[diagnosisId(one)];
  const misread = diagnosis !== undefined && !(diagnosis.firstRight && diagnosis.right);
  return {
    cured: held.has(curedName(one)),
    /** Whether anything was tried, with or without success. */
    begun: diagnosis !== undefined || held.has(triedName(one)),
    /** Whether a diagnosis or a cure has failed. */
    tried: misread || held.has(triedName(one)),
  };
}

/** Keeps that a cure held, or that one failed. */
export function keepTrial(one: Case, cured: boolean) {
  const name = cured ? curedName(one) : triedName(one);
  changeHeld((held) => (held.has(name) ? held : new Set([...held, name])));
}
