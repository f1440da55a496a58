"use client";
import { type ReactNode, useId } from "react";
import { Button } from "@/components/kit/button";
import { Status } from "@/components/kit/status";
import { listText } from "@/components/kit/wording";
import { sitePath } from "@/content/site-path";
import { unbroken } from "@/labs/arithmetic/number-text";
import type { Lab } from "@/labs/catalog/lab";
import { type LabId, labs } from "@/labs/catalog/labs";
import { type Claim, claimedRun } from "@/labs/claim/claim";
import { boundsOf, type Outset } from "@/labs/claim/claim-bound";
import { claimName } from "@/labs/claim/held-claims";
import { pathOf } from "@/labs/run/link";
import styles from "./claim-bench.module.css";
import { RunPanes } from "./run-panes";
import { useHeldClaims } from "./training/held-store";
import type { ClaimTraining } from "./training/train-claim";
import { type ClaimRun, useClaimRun } from "./training/use-claim-run";

type Props = {
  id: LabId;
  claim: string;
  /** Known of its run before it is trained. */
  outset: Outset;
  /** How it came out on many seeds; null for a claim about its own seed alone. */
  seeds: ReactNode;
  /** The picture of the untrained run. */
  children: ReactNode;
};

/** How long a claim's run is watched, and each of few passes, in milliseconds at most. */
const watched = { run: 2500, pass: 250 };

/** A claim with its picture, its curve and the one button that trains it. */
export function ClaimBench({ id, claim: claimId, outset, seeds, children }: Props) {
  const name = useId();
  const lab: Lab = labs[id];
  const claim = lab.claims.find((one) => one.id === claimId);
  if (!claim) throw new Error(`Lab ${id} has no claim "${claimId}"`);
  const run = claimedRun(claim, lab.start);
  const trained = useClaimRun(lab, claim);
  const { training, busy, problem } = trained;
  const held = useHeldClaims().has(claimName(id, claimId));
  const standing = standingOf(claim, trained, held);
  const last = training?.side.passes.at(-1) ?? outset.first;
  const train = (seeds: 1 | 5) =>
    trained.train(Math.min(watched.run, watched.pass * run.passes), seeds);
  return (
    <article
      className={styles.card}
      data-card="claim"
      data-claim={claimName(id, claimId)}
      data-verdict={standing}
      data-status={training?.state.status ?? "idle"}
      data-device={training?.state.device?.kind}
      data-pass={last.pass}
      data-train-loss={last.trainLoss}
      {...{ [`data-${outset.held}-loss`]: last.heldLoss }}
      aria-labelledby={name}
    >
      <header className={styles.head}>
        <p className={styles.says} id={name}>
          {unbroken(claim.says)}
        </p>
        <Chip standing={standing} />
      </header>
      <RunPanes
        run={run}
        still={children}
        training={training}
        label={`Loss by pass: ${claim.says}`}
        outset={outset}
        bounds={boundsOf(claim, outset, last)}
        ofMany={claim.expects.of === "trainLoss" ? "trainLoss" : "heldLoss"}
      />
      {seeds && (
        <div className={styles.seeds}>
          {seeds}
          <Button
            inactive={busy}
            onPointerEnter={trained.warm}
            onFocus={trained.warm}
            onClick={() => train(5)}
          >
            Try five seeds
          </Button>
        </div>
      )}
      <footer className={styles.foot}>
        <Button
          look="primary"
          inactive={busy}
          onPointerEnter={trained.warm}
          onFocus={trained.warm}
          onClick={() => train(1)}
        >
          {busy ? "Training…" : training ? "Train again" : "Train"}
        </Button>
        <div className={styles.result}>
          <Status>{problem ?? resultText(claim, trained)}</Status>
        </div>
        <a href={sitePath(pathOf(lab, run))}>Open the lab →</a>
      </footer>
    </article>
  );
}

/** How a claim stands, as its chip says it. */
const chips = {
  open: "untested",
  training: "training",
  held: "held",
  failed: "did not hold",
} as const;

type Standing = keyof typeof chips;

/** `held`: whether the reader saw it hold before. */
function standingOf(claim: Claim, { training, busy }: ClaimRun, held: boolean): Standing {
  if (busy) return "training";
  const verdict = training?.state.verdicts[claim.id];
  if (!verdict) return held ? "held" : "open";
  return verdict.held ? "held" : "failed";
}

const Chip = ({ standing }: { standing: Standing }) => (
  <span className={styles.chip} data-standing={standing}>
    {chips[standing]}
  </span>
);

/** Says whether the claim was seen to hold, once its run has ended. */
function resultText(claim: Claim, { training, busy }: ClaimRun): string {
  const verdict = training?.state.verdicts[claim.id];
  if (busy || !training) return "";
  if (!verdict) return training.state.fault ?? "";
  if (training.held && training.held.length > 1) return seedsText(training.held);
  return `${verdict.held ? "It held" : "It did not hold"} here: ${verdict.saw}.`;
}

/** Says on which of several seeds the claim held. */
function seedsText(tried: NonNullable<ClaimTraining["held"]>): string {
  const failed = tried.flatMap(({ seed, held }) => (held ? [] : [String(seed)]));
  const count = `It held here on ${tried.length - failed.length} of ${tried.length} seeds`;
  if (failed.length > 0) return `${count}, not on ${listText(failed)}.`;
  return `${count}: ${listText(tried.map(({ seed }) => String(seed)))}.`;
}
