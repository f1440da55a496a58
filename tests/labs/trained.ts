import { type Outcome, outcomeOf } from "@/labs/claim/outcome";
import { compileTraining } from "@/labs/kernel/kernel";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { startOf } from "@/labs/training/start";
import { noLoss } from "@/labs/training/training";

/** The outcomes of the latest runs, the oldest first: several claims may be about one. */
const known = new Map<string, Outcome>();

/** As many as a claim has seeds. */
const mostKnown = 20;

/** Trains a run on the CPU to its end, or to where its numbers are none. */
export function trained(run: Run): Outcome {
  const key = JSON.stringify(run);
  const outcome = known.get(key) ?? trainedAnew(run);
  known.delete(key);
  known.set(key, outcome);
  for (const oldest of [...known.keys()].slice(0, -mostKnown)) known.delete(oldest);
  return outcome;
}

function trainedAnew(run: Run): Outcome {
  const { plan, examples, state } = planOf(run);
  const curve = new Float32Array(2 * run.passes);
  const { pass } = startOf(run);
  compileTraining(plan, examples).train(state, 1, run.passes, curve);
  const passes = Array.from({ length: run.passes }, (_, index) => ({
    pass: index + 1,
    trainLoss: curve[2 * index] ?? noLoss,
    heldLoss: curve[2 * index + 1] ?? noLoss,
  }));
  const whole = passes.filter(({ trainLoss }) => trainLoss !== noLoss);
  const weights = state.slice(0, plan.network.size);
  return outcomeOf(run, [pass, ...whole], weights, whole.length < passes.length);
}
