// What a lab makes of a run that the reader asks for.
import { brokenLocks, withLocks } from "@/labs/assignment/learner-start";
import { fitted, type Refusal } from "@/labs/fitted";
import { withOwnData } from "@/labs/own/own-data";
import { areStale } from "@/labs/own/weight-edit";
import { differs, fields, type Run, settings } from "@/labs/run";
import { listText } from "../kit/list-text";
import { type Beside, sidesOf } from "./beside";
import type { LabState } from "./lab-state";

type Taken = { run: Run; refused: Refusal[] };

type Before = Pick<LabState, "lab" | "run" | "assigned">;

const staleText =
  "The weights that were typed belonged to the network before, so they were dropped.";

/** The run as it can be trained, and what had to give way for it. */
function trainable({ lab, run: before }: Before, run: Run): Taken {
  const kept = withOwnData(run, before);
  const stale = areStale(kept, before);
  const fit = fitted(stale ? { ...kept, edits: [] } : kept, lab.start);
  if (!stale) return fit;
  const dropped = { key: fields.edits.key, says: staleText };
  return { run: fit.run, refused: [...fit.refused, dropped] };
}

/**
 * The run that a lab takes: one that can be trained, and that has every locked setting as
 * the assignment has it. What had to give way is told.
 */
export function taken(before: Before, run: Run): Taken {
  const { assigned } = before;
  if (!assigned) return trainable(before, run);
  const { assignment, start } = assigned;
  const { run: held, putBack } = withLocks(assignment, start, run);
  const fit = trainable(before, held);
  const broken = brokenLocks(assignment, start, fit.run);
  if (broken.length > 0) {
    const names = listText(broken.map((setting) => fields[setting].label));
    const says = `What you chose does not go with what this assignment has locked (${names}), so nothing was changed.`;
    return { run: before.run, refused: [{ key: "lock", says }] };
  }
  if (putBack.length === 0) return fit;
  const says = `Locked in this assignment, so left as before: ${listText(putBack)}.`;
  return { run: fit.run, refused: [{ key: "lock", says }, ...fit.refused] };
}

/**
 * Why an assignment leaves nothing of what was asked for, in sentences; null where there
 * is something to change.
 */
export function refusedWhole(
  before: Before & Pick<LabState, "beside">,
  { run, beside = before.beside }: { run: Run; beside?: Beside },
): string | null {
  if (!before.assigned || beside !== before.beside) return null;
  const { run: next, refused } = taken(before, run);
  if (settings.some((setting) => differs(setting, next, before.run))) return null;
  return refused.length > 0 ? refused.map(({ says }) => says).join(" ") : null;
}

/** The runs that train together once a lab is given another run. */
export function runsAfter(
  state: LabState,
  { run, beside = state.beside }: { run: Run; beside?: Beside },
): readonly Run[] {
  return sidesOf(state.lab, taken(state, run).run, beside).map((side) => side.run);
}
