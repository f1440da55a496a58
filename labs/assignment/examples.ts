import {
  differs,
  exampleSettings,
  fields,
  isUsed,
  type Run,
  settings,
  settingText,
} from "../run/run";
import type { Assignment } from "./assignment";
import { isLocked } from "./locks";

// The settings a learner may change, and did change. Goals of loss and accuracy say little
// about a network whose learner chooses what it is tested on.

/** Whether a goal is judged on the test examples. */
export const judgesExamples = ({ goals }: Pick<Assignment, "goals">) =>
  goals.some(({ kind }) => kind === "loss" || kind === "accuracy");

/**
 * The settings that make the examples and that learners may change although loss or accuracy
 * is judged: an easier test meets such goals, too.
 */
export function openExampleSettings(assignment: Assignment): readonly (keyof Run)[] {
  if (!judgesExamples(assignment)) return [];
  return exampleSettings.filter(
    (setting) => isUsed(assignment.run, setting) && !isLocked(assignment, setting),
  );
}

/** The labels of `openExampleSettings`. */
export const openExamples = (assignment: Assignment): readonly string[] =>
  openExampleSettings(assignment).map((setting) => fields[setting].label);

/** The locks with all settings that make the examples of a run, in the order of `settings`. */
export function withExamplesLocked({ lock, run }: Pick<Assignment, "lock" | "run">) {
  const examples: readonly (keyof Run)[] = exampleSettings;
  return settings.filter(
    (setting) =>
      lock.includes(setting) || (examples.includes(setting) && isUsed(run, setting)),
  );
}

/** Settings that others tell better, or that change nothing: who, where, and how far. */
const untold: readonly (keyof Run)[] = ["seed", "device", "passes"];

/**
 * The settings in which a learner's run is not as the assignment has it, with both values:
 * "Data Spiral → Two clouds; Learning rate 0.03 → 0.1"; "" for none. A run that ended early
 * is no change.
 */
export function changedText(start: Run, run: Run): string {
  const told = settings.filter(
    (setting) =>
      !untold.includes(setting) && isUsed(run, setting) && differs(setting, run, start),
  );
  if (run.passes > start.passes) told.push("passes");
  return told
    .map((setting) => {
      const [before, now] = [settingText(start, setting), settingText(run, setting)];
      const values = before === now ? `${now}, others` : `${before} → ${now}`;
      return `${fields[setting].label} ${values}`;
    })
    .join("; ");
}
