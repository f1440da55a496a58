// Trains the run of one claim outside a lab: for a card in a text. Loaded on the first click.
import type { Lab } from "@/labs/catalog/lab";
import { type Claim, claimedRun } from "@/labs/claim/claim";
import type { Outset } from "@/labs/claim/claim-bound";
import { judge, outcomeOf, outsetOf } from "@/labs/claim/outcome";
import { type RunNumbers, runNumbers } from "@/labs/claim/run-numbers";
import { missingFile } from "@/labs/data/sample";
import { keepHeld } from "./held-store";
import { type LabEvent, labReducer } from "./lab-reducer";
import { type LabState, startState } from "./lab-state";
import { createLabTraining } from "./lab-training";
import { pacedGate } from "./paced-gate";
import { provideFile } from "./provide-file";
import { type Beside, fiveSeeds, type Side } from "./side";

/** A claim's run as far as it has come, and others at its side that differ in their seed. */
export type ClaimTraining = {
  state: LabState;
  side: Side;
  outset: Outset;
  /** Of the claim's own run; null until it has ended. */
  numbers: RunNumbers | null;
  /** Whether each run held, in the order of the sides; null until all have ended. */
  held: readonly { seed: number; held: boolean }[] | null;
};

/** Trains one run again and again, each time from its start. */
export type ClaimTrainer = {
  /** Opens the engine, so that the first pass comes soon. */
  warm(): void;
  /**
   * Trains the run in `milliseconds`, or as fast as it can where that takes longer; with
   * four more seeds beside it where `seeds` is 5.
   */
  train(milliseconds: number, seeds: 1 | 5): void;
  close(): void;
};

/**
 * A trainer of a claim's run, which tells of every change. Rejects with a sentence for the
 * reader where its data cannot be had.
 */
export async function openClaimTrainer(
  lab: Lab,
  claim: Claim,
  tell: (training: ClaimTraining) => void,
): Promise<ClaimTrainer> {
  const run = claimedRun(claim, lab.start);
  const file = missingFile(run);
  const problem = file === null ? null : await provideFile(file);
  if (problem !== null) throw new Error(problem);
  const outset = outsetOf(run);
  let state = startState({ lab, run, refused: [], beside: { kind: "nothing" } });
  const training = createLabTraining(change);

  function change(event: LabEvent) {
    state = labReducer(state, event);
    if (event.kind === "done") keepHeld(lab.id, state.verdicts);
    tellState();
  }
  function tellState() {
    const [side] = state.sides;
    tell({ state, side, outset, numbers: numbersOf(state), held: heldIn(claim, state) });
  }

  tellState();
  return {
    warm: () => training.warm(run.device),
    train(milliseconds, seeds) {
      training.leave();
      const beside: Beside = seeds === 5 ? fiveSeeds(run) : { kind: "nothing" };
      change({ kind: "set", run, beside });
      change({ kind: "running" });
      training.begin(
        pacedGate(run.passes, milliseconds),
        state.sides.map((side) => side.run),
      );
    },
    close: training.close,
  };
}

const endOf = ({ run, passes, weights, ended }: Side) =>
  outcomeOf(run, passes, weights, ended === "diverged");

const hasStopped = ({ status }: LabState) => status === "done" || status === "failed";

function numbersOf(state: LabState): RunNumbers | null {
  const [side] = state.sides;
  return hasStopped(state) && side.ended !== null ? runNumbers(endOf(side)) : null;
}

function heldIn(claim: Claim, state: LabState): ClaimTraining["held"] {
  if (!hasStopped(state) || state.sides.some(({ ended }) => ended === null)) return null;
  return state.sides.map((side) => ({
    seed: side.run.seed,
    held: judge(claim, endOf(side)).held,
  }));
}
