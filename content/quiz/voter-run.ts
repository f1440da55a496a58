// The run of each voter of a class: what a prediction asks about, from a seed of their own.
// It stands apart because a lesson's page, which knows no class, would load all of this.
import { ownSeed } from "@/labs/assignment/learner-start";
import { pathOf } from "@/labs/run/link";
import type { Run } from "@/labs/run/run";
import { askedRun } from "./asked-run";
import type { PredictQuestion } from "./kinds/predict";

/** The run of a question from the seed of a learner, which follows from their id in the class. */
export function voterRun(question: PredictQuestion, learner: string): Run {
  const { lab, run } = askedRun(question);
  return { ...run, seed: ownSeed(learner, pathOf(lab, run)) };
}

/** Where that run is open in its lab, as a path of the site. */
export const voterPath = (question: PredictQuestion, learner: string): string =>
  pathOf(askedRun(question).lab, voterRun(question, learner));
