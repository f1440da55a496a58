// What a lab makes of a run that the reader asks for.
import { fitted, type Refusal } from "@/labs/fitted";
import { withOwnData } from "@/labs/own/own-data";
import { areStale } from "@/labs/own/weight-edit";
import { fields, type Run } from "@/labs/run";
import { type Beside, sidesOf } from "./beside";
import type { LabState } from "./lab-state";

const staleText =
  "The weights that were typed belonged to the network before, so they were dropped.";

/** The run as it can be trained, and what had to give way for it. */
export function taken(
  { lab, run: before }: LabState,
  run: Run,
): { run: Run; refused: Refusal[] } {
  const kept = withOwnData(run, before);
  const stale = areStale(kept, before);
  const fit = fitted(stale ? { ...kept, edits: [] } : kept, lab.start);
  if (!stale) return fit;
  const dropped = { key: fields.edits.key, says: staleText };
  return { run: fit.run, refused: [...fit.refused, dropped] };
}

/** The runs that train together once a lab is given another run. */
export function runsAfter(
  state: LabState,
  { run, beside = state.beside }: { run: Run; beside?: Beside },
): readonly Run[] {
  return sidesOf(state.lab, taken(state, run).run, beside).map((side) => side.run);
}
