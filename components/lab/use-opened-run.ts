"use client";
import { useEffect, useEffectEvent } from "react";
import type { Outcome } from "@/labs/claim";
import { outcomeOf } from "@/labs/outcome";
import type { Run } from "@/labs/run";
import { sameRun } from "./lab-state";
import type { LabControls } from "./use-lab";

/** What can be asked of the run that a lab opens with; see `Lab`. */
export type Asked = {
  trains: boolean;
  onOutcome: ((outcome: Outcome) => void) | undefined;
};

/** Trains the run that a lab opened with, where that is asked, and tells how it ended. */
export function useOpenedRun(
  { state, train }: LabControls,
  opened: Run,
  { trains, onOutcome }: Asked,
) {
  const begin = useEffectEvent(train);
  useEffect(() => {
    if (trains) begin();
  }, [trains]);

  const tell = useEffectEvent(() => {
    const side = state.sides.find(({ run, ended }) => ended && sameRun(run, opened));
    if (!side) return;
    const { run, passes, weights, ended } = side;
    onOutcome?.(outcomeOf(run, passes, weights, ended === "diverged"));
  });
  const ended = state.status === "done" || state.status === "failed";
  useEffect(() => {
    if (ended) tell();
  }, [ended]);
}
