"use client";
// The goals of an assignment, judged a few times a second while the lab trains.
import { useMemo } from "react";
import type { LabState } from "@/components/lab/lab-state";
import { useCalm } from "@/components/lab/use-calm";
import { useAnswers } from "@/components/quiz/answer-store";
import type { Assignment } from "@/labs/assignment/assignment";
import { judgedGoals } from "./judged-goals";
import { learnerAttempt, ownSide } from "./learner-attempt";
import type { AskedQuestions } from "./use-asked-questions";

/** The ids of the questions that an assignment asks, in order. */
export const askedIds = ({ goals }: Assignment): readonly string[] =>
  goals.flatMap((goal) => (goal.kind === "answer" ? [goal.question] : []));

/** The ids of the questions asked that were answered; what the course lacks is not. */
export function useAnswered(ids: readonly string[], asked: AskedQuestions) {
  const book = useAnswers();
  return useMemo(() => {
    const lacking = (id: string) => asked.status === "here" && !asked.known.get(id);
    return new Set(ids.filter((id) => book[id] && !lacking(id)));
  }, [ids, asked, book]);
}

export function useGoals(
  state: LabState,
  { goals }: Assignment,
  answered: ReadonlySet<string>,
) {
  const side = ownSide(state);
  const atRest = state.status !== "running";
  const now = useMemo(() => side && { side, atRest }, [side, atRest]);
  const seen = useCalm(now);
  return useMemo(() => {
    const accuracy = goals.some(({ kind }) => kind === "accuracy");
    const attempt = seen && learnerAttempt(seen.side, seen.atRest, answered, accuracy);
    const judged = judgedGoals(goals, seen && attempt && { side: seen.side, attempt });
    const trained = attempt !== null && attempt.device !== null;
    const all = trained && judged.every(({ met }) => met);
    return { judged, trained, all, atRest: seen?.atRest ?? false };
  }, [seen, goals, answered]);
}

export type Goals = ReturnType<typeof useGoals>;
