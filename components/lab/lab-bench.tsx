"use client";
// A lab at work: its claims, buttons, settings, maps and curve around one engine.
import { useState } from "react";
import { type Claim, claimedRun } from "@/labs/claim";
import type { Lab } from "@/labs/lab";
import type { Refusal } from "@/labs/link";
import { networkOf } from "@/labs/network";
import type { Run } from "@/labs/run";
import { ClaimList } from "./claim-list";
import styles from "./lab.module.css";
import type { LabState } from "./lab-state";
import { LinkRow } from "./link-row";
import { LossPanel } from "./loss-panel";
import { NetworkView } from "./network-view";
import { RunButtons } from "./run-buttons";
import { SettingsPanel } from "./settings-panel";
import { StatusLine } from "./status-line";
import { useLab } from "./use-lab";

type Props = {
  lab: Lab;
  claims: readonly Claim[];
  run: Run;
  refused: readonly Refusal[];
  /** Whether the page's address follows the run. */
  addressed: boolean;
};

/** What tests and embedding pages follow. */
function followed(state: LabState) {
  const last = state.passes.at(-1);
  return {
    "data-lab": state.lab.id,
    "data-status": state.status,
    "data-device": state.device?.kind ?? "",
    "data-pass": last?.pass ?? 0,
    "data-train-loss": last?.trainLoss,
    "data-test-loss": last?.testLoss,
  };
}

export function LabBench({ lab, claims, run: start, refused, addressed }: Props) {
  const [id, setId] = useState(0);
  const controls = useLab(lab, start, refused);
  const { state } = controls;
  const set = (run: Run) => {
    // Another network draws another diagram: what was chosen in the old one is forgotten.
    if (networkOf(run).size !== networkOf(state.run).size) setId(id + 1);
    controls.set(run);
  };
  const trainClaim = (claim: Claim) => {
    const { device } = state.run;
    controls.trainAnew({ ...claimedRun(claim, lab.start), device });
  };
  return (
    <div className={styles.bench} {...followed(state)}>
      {state.refused.length > 0 && (
        <ul className={styles.refused} aria-label="Parts of the link that were not taken">
          {state.refused.map(({ key, says }) => (
            <li key={key}>{says}</li>
          ))}
        </ul>
      )}
      {claims.length > 0 && (
        <ClaimList claims={claims} state={state} onTrain={trainClaim} />
      )}
      <RunButtons controls={controls} onSet={set} />
      <StatusLine state={state} />
      <div className={styles.panes}>
        <NetworkView key={id} state={state} />
        <LossPanel passes={state.passes} />
      </div>
      <details className={styles.more} open={addressed}>
        <summary>Settings of the run</summary>
        <SettingsPanel run={state.run} controls={lab.controls} onSet={set} />
      </details>
      <LinkRow lab={lab} run={state.run} addressed={addressed} />
    </div>
  );
}
