import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { meanLosses } from "./score";

// The start of a run: its examples, its weights, and the losses before any pass.

/** Draws the examples and the first weights. Throws where the run's file is missing. */
export function startOf(run: Run) {
  const { sample, plan, examples, state } = planOf(run);
  return {
    sample,
    weights: state.slice(0, plan.network.size),
    pass: { pass: 0, ...meanLosses(plan, examples, state) },
  };
}
