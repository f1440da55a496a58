import { useMemo, useState } from "react";
import { blankOf, tooLarge } from "@/labs/hand/asked-number";
import type { GridCell } from "@/labs/hand/grid";
import { handPass } from "@/labs/hand/hand";
import { layerNames } from "@/labs/hand/pass-names";
import { gridOf } from "@/labs/hand/step";
import type { Run } from "@/labs/run/run";

/** Later passes are reached by training all before them, so this many at most. */
const mostPasses = 1000;

/** A reader's place in a pass, and the numbers worked out so far. */
export function useHand(run: Run) {
  const [asked, setPass] = useState(1);
  const pass = Math.min(asked, run.passes, mostPasses);
  const why = useMemo(() => tooLarge(run), [run]);
  const shown = useMemo(() => (why ? null : handPass(run, pass)), [run, pass, why]);
  const [place, setPlace] = useState(0);
  const [solved, setSolved] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(true);
  const [pointed, setPointed] = useState<GridCell | null>(null);

  const steps = shown?.steps ?? [];
  const at = Math.min(place, steps.length - 1);
  const step = steps[at];
  const blank = step ? blankOf(step, at) : null;
  const known = step && pointed && gridOf(step, pointed.grid);
  const inside =
    known && pointed.row < known.rows.length && pointed.column < known.columns.length;

  return {
    why,
    record: shown?.record ?? null,
    /** The names of the inputs. */
    inputs: shown ? (layerNames(run, shown.record.plan.network)[0]?.inputs ?? []) : [],
    steps,
    at,
    step,
    blank,
    /** Whether the step's outcome is shown; else its blank waits for an answer. */
    open: !asking || blank === null || (step !== undefined && solved.has(step.id)),
    asking,
    /** The number that is explained. */
    chosen: inside ? pointed : blank,
    pass,
    passes: Math.min(run.passes, mostPasses),
    setPass,
    setAsking,
    choose: setPointed,
    go(to: number) {
      if (to < 0 || to >= steps.length) return;
      setPlace(to);
      setPointed(null);
    },
    solve() {
      if (step) setSolved(new Set(solved).add(step.id));
    },
  };
}

export type Hand = ReturnType<typeof useHand>;
