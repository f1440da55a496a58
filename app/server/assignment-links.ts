// Links of assignments as teachers send them: read strictly, and changed within bounds.
import type { Assignment } from "@/labs/assignment/assignment";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { refusal } from "./class-route";

/** The sentence for a text that is no link of an assignment. */
export const noLink =
  "This is no link of an assignment: make one on the page “Assign a lab”.";

const asksNothing = "This link opens a lab and asks for nothing: make it an assignment.";

/** The assignment of a link. Refuses with 400 a link of another kind, or with odd parts. */
export function readAssigned(typed: string): Assignment {
  const read = readLink(typed);
  if (!read) throw refusal(400, noLink);
  if (read.refused.length > 0) {
    throw refusal(400, read.refused.map(({ says }) => says).join(" "));
  }
  if (!read.assignment) throw refusal(400, asksNothing);
  return read.assignment;
}

const otherRun =
  "Lab, starting run and locked settings of an assignment stay: learners have trained with them. Add another assignment instead.";

/** All of an assignment that decides what a learner trains, as a link. */
const trainedIn = (assignment: Assignment) =>
  linkOf({
    ...assignment,
    ...{ title: "", note: "", due: null, goals: [], quiz: [], quizPoints: null },
    ...{ tries: 1, minutes: null, feedback: "once" },
  });

/**
 * The link that an assignment is changed to. Refuses with 400 one that sets another run or
 * locks other settings: what was trained would not fit any more.
 */
export function changedLink(before: string, typed: string): string {
  const next = readAssigned(typed);
  const known = readLink(before)?.assignment;
  if (!known || trainedIn(known) !== trainedIn(next)) throw refusal(400, otherRun);
  return linkOf(next);
}
