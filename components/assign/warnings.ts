// What an instructor should know before the link is sent.
import type { Assignment } from "@/labs/assignment/assignment";
import { longestLink } from "@/labs/link";
import { countText } from "@/labs/number-text";
import { fields } from "@/labs/run";
import { impossibleGoals } from "./impossible-goals";
import type { asRead } from "./opened-draft";

/** Longer links are cut by some mail programs. */
const longestMailed = 2000;

/** Why there is no link: it would be too long to be read. */
export const tooLong = `There is no link yet: it would have more than ${countText(longestLink)} characters, and such a link is not read. Shorten the instructions, or what was placed, typed or pasted in the lab.`;

/**
 * A sentence for each thing to know of an assignment: `read` as its learners will read it,
 * `address` its whole link, `questions` the ids of the course.
 */
export function warningsOf(
  { assignment, refused }: NonNullable<ReturnType<typeof asRead>>,
  address: string,
  questions: ReadonlySet<string>,
): readonly string[] {
  if (!assignment) return [];
  const { goals } = assignment;
  const warnings = refused.map(({ says }) => says);
  if (goals.length === 0 && assignment.quiz.length === 0) {
    warnings.push("No goal is set, so nothing tells a learner when it is done.");
  }
  if (assignment.quiz.length > 0) {
    warnings.push(
      "Graded questions are answered in a class only: add the link to yours as well.",
    );
  }
  warnings.push(...opened(assignment));
  warnings.push(...impossibleGoals(assignment), ...unknownOf(assignment, questions));
  if (address.length > longestMailed) {
    warnings.push(
      `The link has ${countText(address.length)} characters: some mail programs cut what is longer than ${countText(longestMailed)}.`,
    );
  }
  return warnings;
}

/** What learners could change to meet a goal in a way that may not be meant. */
function opened({ goals, lock, run }: Assignment): string[] {
  const judged = goals.some(({ kind }) => kind === "loss" || kind === "accuracy");
  const says: string[] = [];
  if (judged && !lock.includes("data")) {
    says.push(
      "Learners may choose other data, and easier ones: lock “Data” unless that is meant.",
    );
  }
  const { data } = run;
  if (judged && lock.includes("data") && (data === "own" || data === "values")) {
    if (!lock.includes(data)) {
      says.push(
        `Learners may put easier data in place of yours: lock “${fields[data].label}” unless that is meant.`,
      );
    }
  }
  if (goals.some(({ kind }) => kind === "loss") && !lock.includes("loss")) {
    says.push(
      "Learners may choose another loss, whose numbers are smaller: lock “Loss” unless that is meant.",
    );
  }
  if (run.edits.length > 0 && !lock.includes("edits")) {
    says.push(
      "Learners may type weights, and so those of another: lock “Typed weights” unless that is meant.",
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
