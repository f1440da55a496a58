// A receipt that nothing speaks against, and whose replay takes as long as one likes.
import { readLink } from "@/labs/assignment/assignment-link";
import { attemptOf } from "@/labs/assignment/attempt";
import { type Learner, startFor } from "@/labs/assignment/learner-start";
import { receiptOf } from "@/labs/receipt/finished";
import { pack } from "@/labs/receipt/packed";
import { curvePasses } from "@/labs/receipt/receipt";
import { planOf } from "@/labs/run/plan";

/**
 * Packs a receipt that says that a GPU trained the assignment to its end: its weights are
 * those of the start, and its curve is flat.
 */
export async function packEndless(link: string, learner: Learner): Promise<string> {
  const assignment = readLink(link)?.assignment;
  if (!assignment) throw new Error(`No assignment: ${link}`);
  const run = startFor(assignment, learner);
  const { plan, state } = planOf(run);
  const weights = state.slice(0, plan.network.size);
  const { trainLoss, heldLoss } = attemptOf(run, weights, "webgpu", new Set());
  const passes = curvePasses(run.passes).map((pass) => ({ pass, trainLoss, heldLoss }));
  const device = { kind: "webgpu", name: "A GPU" } as const;
  const finished = {
    assignment,
    learner,
    run,
    passes,
    weights,
    device,
    answers: [],
    at: 1,
  };
  return pack(receiptOf(finished));
}
