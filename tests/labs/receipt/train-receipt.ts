// Trains a run on the CPU, as a learner's browser does, and makes its receipt.
import type { Assignment } from "@/labs/assignment/assignment";
import { readLink } from "@/labs/assignment/assignment-link";
import { type Learner, startFor } from "@/labs/assignment/learner-start";
import { arithmeticOf } from "@/labs/receipt/arithmetic";
import { receiptOf } from "@/labs/receipt/finished";
import { kernelVersion, type Receipt } from "@/labs/receipt/receipt";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { startOf } from "@/labs/training/start";

/** The assignment of a link that is wholly legal. */
export function assignmentOf(link: string): Assignment {
  const read = readLink(link);
  if (!read?.assignment || read.refused.length > 0) {
    throw new Error(`No assignment: ${read?.refused.map(({ says }) => says)}`);
  }
  return read.assignment;
}

/**
 * The receipt of a learner who trained to the end, with `set` changed before and the
 * arithmetic of that version.
 */
export function trainReceipt(
  link: string,
  whose: string | Learner,
  set: Partial<Run> = {},
  kernel = kernelVersion,
): Receipt {
  const assignment = assignmentOf(link);
  const learner = typeof whose === "string" ? { name: whose } : whose;
  const run = { ...startFor(assignment, learner), ...set };
  const { plan, examples, state } = planOf(run);
  const losses = new Float32Array(2 * run.passes);
  arithmeticOf({ kernel })?.begin(plan, examples).train(state, 1, run.passes, losses);
  const passes = Array.from({ length: run.passes }, (_, at) => ({
    pass: at + 1,
    trainLoss: losses[2 * at]!,
    heldLoss: losses[2 * at + 1]!,
  }));
  const receipt = receiptOf({
    assignment,
    learner,
    run,
    passes: [startOf(run).pass, ...passes],
    weights: state.slice(0, plan.network.size),
    device: { kind: "cpu", name: "CPU" },
    answers: [],
    at: Date.UTC(2026, 10, 23),
  });
  return { ...receipt, kernel };
}
