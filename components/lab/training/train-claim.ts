// Trains the run of one claim outside a lab: for a card in a text. Loaded on the first click.
import type { Lab } from "@/labs/catalog/lab";
import { type Claim, claimedRun } from "@/labs/claim/claim";
import type { Outset } from "@/labs/claim/claim-bound";
import { outcomeOf, outsetOf } from "@/labs/claim/outcome";
import { type RunNumbers, runNumbers } from "@/labs/claim/run-numbers";
import { missingFile } from "@/labs/data/sample";
import { keepHeld } from "./held-store";
import { type LabEvent, labReducer } from "./lab-reducer";
import { type LabState, startState } from "./lab-state";
import { createLabTraining } from "./lab-training";
import { pacedGate } from "./paced-gate";
import { provideFile } from "./provide-file";
import type { Side } from "./side";

/** A claim's run as far as it has come; `numbers` once it has ended. */
export type ClaimTraining = {
  state: LabState;
  side: Side;
  outset: Outset;
  numbers: RunNumbers | null;
};

/** Trains one run again and again, each time from its start. */
export type ClaimTrainer = {
  /** Opens the engine, so that the first pass comes soon. */
  warm(): void;
  /** Trains the run in `milliseconds`, or as fast as it can where that takes longer. */
  train(milliseconds: number): void;
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
    tell({ state, side, outset, numbers: numbersOf(state) });
  }

  tellState();
  return {
    warm: () => training.warm(run.device),
    train(milliseconds) {
      training.leave();
      change({ kind: "reset" });
      change({ kind: "running" });
      training.begin(pacedGate(run.passes, milliseconds), [run]);
    },
    close: training.close,
  };
}

function numbersOf({ status, sides: [side] }: LabState): RunNumbers | null {
  if ((status !== "done" && status !== "failed") || side.ended === null) return null;
  const { run, passes, weights, ended } = side;
  return runNumbers(outcomeOf(run, passes, weights, ended === "diverged"));
}
