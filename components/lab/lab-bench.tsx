"use client";
// A lab at work: its claims, buttons, settings, maps and curve around one engine.
import { type RefObject, useLayoutEffect } from "react";
import { type Claim, claimedRun } from "@/labs/claim";
import type { Lab } from "@/labs/lab";
import type { Refusal } from "@/labs/link";
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
  /** The lab's root element, there before and after the lab was loaded. */
  root: RefObject<HTMLElement | null>;
};

/** Writes what tests and embedding pages follow on the lab's root element. */
function follow(root: HTMLElement | null, state: LabState) {
  const last = state.passes.at(-1);
  if (!root || !last) return;
  root.dataset.status = state.status;
  root.dataset.device = state.device?.kind ?? "";
  root.dataset.pass = String(last.pass);
  root.dataset.trainLoss = String(last.trainLoss);
  root.dataset.testLoss = String(last.testLoss);
}

export function LabBench({ lab, claims, run: start, refused, addressed, root }: Props) {
  const controls = useLab(lab, start, refused);
  const { state } = controls;
  const { run } = state;
  useLayoutEffect(() => follow(root.current, state), [root, state]);
  const trainClaim = (claim: Claim) => {
    const { device } = run;
    controls.trainAnew({ ...claimedRun(claim, lab.start), device });
  };
  return (
    <div className={styles.bench}>
      {state.refused.length > 0 && (
        <ul className={styles.refused} aria-label="Parts of the link that were not taken">
          {state.refused.map(({ says }) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      )}
      {claims.length > 0 && (
        <ClaimList claims={claims} state={state} onTrain={trainClaim} />
      )}
      <RunButtons controls={controls} onSet={controls.set} />
      <StatusLine state={state} />
      <div className={styles.panes}>
        {/* Another network draws another diagram: what was chosen in the old one is gone. */}
        <NetworkView key={`${run.inputs} ${run.layers}`} state={state} />
        <LossPanel passes={state.passes} />
      </div>
      <details className={styles.more} open={addressed}>
        <summary>Settings of the run</summary>
        <SettingsPanel run={run} lab={lab} onSet={controls.set} />
      </details>
      <LinkRow lab={lab} run={run} addressed={addressed} />
    </div>
  );
}
