// The clinic: sick runs that a reader diagnoses and cures. A case is a run that fails at its
// goals, and the few settings that may be changed to meet them: what an assignment asks.
import type { Assignment } from "@/labs/assignment/assignment";
import { nothingAsked } from "@/labs/assignment/assignment-parts";
import { parseGoals } from "@/labs/assignment/goal";
import { lockable } from "@/labs/assignment/locks";
import type { Lab } from "@/labs/catalog/lab";
import { type LabId, labs } from "@/labs/catalog/labs";
import { claimName } from "@/labs/claim/held-claims";
import { parseRunWith } from "@/labs/run/link";
import type { Run } from "@/labs/run/run";

/** A sick run, and what is asked of its cure. */
export type Case = {
  /** Its place in links, `/clinic/<id>`; it does not tell what is wrong. */
  id: string;
  title: string;
  /** What the run's owner says of it. */
  complaint: string;
  lab: LabId;
  /** The sick run, as a link read against the lab's own run. */
  link: string;
  /** The settings that the reader may change. */
  open: readonly (keyof Run)[];
  /** What the cure must reach, as a link writes it. */
  goals: string;
  /** From vague to plain; told once the first try failed. */
  hints: readonly string[];
  /** A change that cures it, as a link read against the sick run. */
  cure: string;
  /** Changes that come to mind first, and do not. */
  failing: readonly string[];
};

/** The run that a link makes of another. Throws where it is not wholly legal. */
function changed(base: Run, link: string): Run {
  const { run, refused } = parseRunWith(undefined, link, base);
  if (refused[0]) throw new Error(`The clinic’s link “${link}”: ${refused[0].says}`);
  return run;
}

/** The run of a case before any cure, or with a change of it. */
export const runOfCase = ({ lab, link }: Case, change = ""): Run =>
  changed(changed(labs[lab].start, link), change);

/** A case as an assignment: all but its open settings is locked, and the seed is one for all. */
export function assignmentOf(one: Case): Assignment {
  const lab: Lab = labs[one.lab];
  const { goals, refused } = parseGoals(one.goals);
  if (refused[0]) throw new Error(`The clinic’s goals ${refused[0]} of “${one.id}”`);
  const open: readonly (keyof Run)[] = [...one.open, "device"];
  return {
    ...nothingAsked,
    lab,
    run: runOfCase(one),
    title: `Clinic: ${one.title}`,
    note: one.complaint,
    goals,
    lock: lockable.filter((setting) => !open.includes(setting)),
  };
}

/** The name under which a cured case is kept, beside the claims that held. */
export const curedName = ({ id }: Pick<Case, "id">) => claimName("clinic", id);

/** The name under which a case is kept whose first cure failed. */
export const triedName = ({ id }: Pick<Case, "id">) => claimName("clinic-tried", id);

/** The id of the question for what is wrong with a case. */
export const diagnosisId = ({ id }: Pick<Case, "id">) => `clinic-${id}`;
