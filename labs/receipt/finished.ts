import type { Assignment } from "../assignment/assignment";
import { linkOf } from "../assignment/assignment-link";
import { type Learner, seedFor, startFor } from "../assignment/learner-start";
import { formatRun } from "../run/link";
import type { Run } from "../run/run";
import type { Pass } from "../training/training";
import { curvePasses, type GivenAnswer, kernelVersion, type Receipt } from "./receipt";

// A run that was trained becomes a receipt. Not in `receipt`, whose limits pages read that
// need no learner's seed.

type Finished = {
  assignment: Assignment;
  /** With `former`, a receipt of version 1 is made. */
  learner: Learner;
  /** The run that was trained; its `passes` may be more than were. */
  run: Run;
  /** Every pass from 0 to the latest. */
  passes: readonly Pass[];
  /** After the latest pass. */
  weights: Float32Array;
  device: Receipt["device"];
  answers: readonly GivenAnswer[];
  at: number;
};

/**
 * The receipt of a run as far as it was trained: it says that it ends there, and so does
 * its replay.
 */
export function receiptOf(finished: Finished): Receipt {
  const { assignment, learner, passes, weights, device, answers, at } = finished;
  const reached = passes.at(-1)?.pass ?? 0;
  const run = { ...finished.run, passes: reached };
  const kept = new Set(curvePasses(reached));
  return {
    version: learner.former ? 1 : 2,
    kernel: kernelVersion,
    link: linkOf(assignment),
    run: formatRun(run, startFor(assignment, learner)),
    name: learner.name,
    learner: learner.former ? undefined : learner.id,
    seed: seedFor(assignment, learner),
    device,
    at,
    answers,
    weights,
    curve: passes.filter(({ pass }) => kept.has(pass)),
  };
}
