// Warnings for an instructor before the link is sent: goals that are too easy, or that the
// locks make impossible, and a link too long to travel.

import { countText } from "@/labs/arithmetic/number-text";
import type { Assignment } from "@/labs/assignment/assignment";
import { neuronsOf } from "@/labs/assignment/attempt";
import { openExamples } from "@/labs/assignment/examples";
import { type Goal, goalText } from "@/labs/assignment/goal";
import { type DatasetName, datasets } from "@/labs/data/datasets";
import { longestLink } from "@/labs/run/link";
import { networkOf } from "@/labs/run/plan";
import { fields, mostPool, type Run } from "@/labs/run/run";
import type { asRead } from "./assignment-draft";

/** Longer links are cut by some mail programs. */
const longestMailed = 2000;

/** Why there is no link: it would be too long to be read. */
export const tooLong = `There is no link yet: it would have more than ${countText(longestLink)} characters, and such a link is not read. Shorten the instructions, or what was placed, typed or pasted in the lab.`;

/**
 * A sentence for each thing to know of an assignment: `read` as its learners will read it,
 * `address` its whole link, `questions` the ids of the course. `sent`: as a link, and not
 * placed in a course, which collects its work and keeps links of any length.
 */
export function warningsOf(
  { assignment, refused }: NonNullable<ReturnType<typeof asRead>>,
  address: string,
  questions: ReadonlySet<string>,
  sent = true,
): readonly string[] {
  if (!assignment) return [];
  const { goals } = assignment;
  const warnings = refused.map(({ says }) => says);
  if (goals.length === 0 && assignment.quiz.length === 0) {
    warnings.push("No goal is set, so nothing tells a learner when it is done.");
  }
  if (sent && assignment.quiz.length > 0) {
    warnings.push(
      "Graded questions are answered in a class only: add the link to yours as well.",
    );
  }
  warnings.push(...opened(assignment));
  warnings.push(...impossibleGoals(assignment), ...unknownOf(assignment, questions));
  if (sent && address.length > longestMailed) {
    warnings.push(
      `The link has ${countText(address.length)} characters: some mail programs cut what is longer than ${countText(longestMailed)}.`,
    );
  }
  return warnings;
}

const easier = "goals of loss and accuracy are easier to meet then.";

/** A sentence on the effect of leaving a setting of the examples to learners. */
export const allowedBy: Readonly<Partial<Record<keyof Run, string>>> = {
  data: `Learners may choose other data: ${easier}`,
  noise: `Learners may choose less noise, or none: ${easier}`,
  split:
    "Learners may change how many examples train, validate and test, and keep as little as a tenth of the examples to test on: a loss on so few is luck.",
  samples:
    "Learners may take as few as 10 examples: a loss on the few that test is luck.",
  own: `Learners may put other points in place of yours: ${easier}`,
  values: `Learners may put another series in place of yours: ${easier}`,
  outliers: `Learners may take the outliers away, or place others: ${easier}`,
  moved: `Learners may leave the pictures where they are: ${easier}`,
  window: "Learners may let the network see more or fewer changes: other examples.",
  text: `Learners may put another text in place of yours: ${easier}`,
  context: "Learners may let the network see more or fewer letters: other examples.",
};

/** Settings that learners could change to meet a goal in a way that may not be meant. */
function opened(assignment: Assignment): string[] {
  const { goals, lock, run } = assignment;
  const open = openExamples(assignment);
  const says: string[] = [];
  if (open.length > 0) {
    says.push(
      `Learners may change what makes the examples (${open.join(", ")}), and meet goals of loss and accuracy with easier ones, or with a single one to test on: lock “The examples” unless that is meant.`,
    );
  }
  if (goals.some(({ kind }) => kind === "loss") && !lock.includes("loss")) {
    says.push(
      "Learners may choose another loss, or write one, whose numbers are smaller: lock “Loss” unless that is meant.",
    );
  }
  if (run.edits.length > 0 && !lock.includes("edits")) {
    says.push(
      "Learners may type other values for the weights that you typed: lock “Typed weights” unless that is meant.",
    );
  }
  return says;
}

const unknownOf = ({ goals }: Assignment, questions: ReadonlySet<string>) =>
  goals.flatMap((goal) =>
    goal.kind === "answer" && !questions.has(goal.question)
      ? [`The course has no question “${goal.question}”, so nobody can answer it.`]
      : [],
  );

/** Why a goal cannot be met, as the end of a sentence; null where it may be. */
function hindrance(goal: Goal, assignment: Assignment): string | null {
  const { run, lock } = assignment;
  if (goal.kind === "neurons") {
    const kernels = lock.includes("kernels") ? run.kernels : 0;
    const neurons = neuronsOf({ ...run, kernels });
    return lock.includes("layers") && neurons > goal.bound
      ? `the locked layers have ${neurons}`
      : null;
  }
  if (goal.kind === "weights") {
    const fewest = fewestWeights(assignment);
    return fewest > goal.bound
      ? `the smallest network that the locks allow has ${countText(fewest)}`
      : null;
  }
  if (goal.kind === "passes") {
    return lock.includes("passes") && run.passes > goal.bound
      ? `the passes are locked at ${countText(run.passes)}`
      : null;
  }
  if (goal.kind === "device") {
    const other = run.device !== "auto" && run.device !== goal.device;
    return lock.includes("device") && other ? "the other device is locked" : null;
  }
  return null;
}

/** A sentence for each goal that cannot be met. */
const impossibleGoals = (assignment: Assignment): readonly string[] =>
  assignment.goals.flatMap((goal) => {
    const why = hindrance(goal, assignment);
    return why === null ? [] : [`“${goalText(goal)}” cannot be met: ${why}.`];
  });

/** The data that a learner can choose. */
function dataOf({ lab, run, lock }: Assignment): DatasetName[] {
  if (lock.includes("data")) return [run.data];
  const { on } = datasets[lab.start.data];
  return Object.keys(datasets)
    .map((name) => fields.data.parse(name))
    .filter((name) => name !== null)
    .filter((name) => datasets[name].on === on);
}

/** The fewest weights and biases that a learner's network can have. */
export function fewestWeights(assignment: Assignment): number {
  const { run, lock } = assignment;
  const free = (setting: keyof Run) => !lock.includes(setting);
  // With many inputs and outputs a hidden layer of one neuron has fewer weights than none.
  const layers = free("layers") ? [[], [1]] : [run.layers];
  const inputs = free("inputs") ? (["x"] as const) : run.inputs;
  const window = free("window") ? 1 : run.window;
  const own = free("own") ? [] : run.own;
  const shape = ["kernels", "kernelSize", "stride", "pool"] as const;
  const smallest = { kernels: 1, kernelSize: 1, pool: mostPool };
  const looks = shape.every(free) ? [{ kernels: 0 }, smallest] : [{}];
  const given = { ...run, inputs, window, own };
  const sizes = dataOf(assignment).flatMap((data) =>
    layers.flatMap((layers) =>
      looks.map((look) => networkOf({ ...given, ...look, data, layers }).size),
    ),
  );
  return Math.min(...sizes);
}
