// Where a learner opens an assignment: at its run, or at what they had set.
import type { Assigned, Start } from "@/components/lab/lab-state";
import { taken } from "@/components/lab/taken";
import type { Assignment } from "@/labs/assignment/assignment";
import { startFor } from "@/labs/assignment/learner-start";
import type { Refusal } from "@/labs/fitted";
import { parseRun } from "@/labs/link";

export type AssignedStart = Start & { assigned: Assigned };

/**
 * What the lab of an assignment opens with; `name` as `learnerName` gives it, or "", and
 * `query` against where that learner starts. What is locked is as it must be.
 */
export function workStart(
  assignment: Assignment,
  name: string,
  query: string,
  refused: readonly Refusal[],
): AssignedStart {
  const { lab } = assignment;
  const start = name === "" ? assignment.run : startFor(assignment, name);
  const assigned = { assignment, name, start };
  const { run } = taken({ lab, run: start, assigned }, parseRun(query, start).run);
  return { lab, run, refused, beside: { kind: "nothing" }, assigned };
}
