"use client";
// A lab at work: its claims, buttons, settings, views and curve around one engine.
import { type RefObject, Suspense, useLayoutEffect } from "react";
import { type Claim, claimedRun } from "@/labs/claim";
import type { ViewName } from "@/labs/lab";
import { ClaimList } from "./claim-list";
import styles from "./lab.module.css";
import { type LabState, type Start, shownSide } from "./lab-state";
import { LinkRow } from "./link-row";
import { LossPanel } from "./loss-panel";
import type { Part } from "./parts";
import { RunButtons } from "./run-buttons";
import { SettingsPanel } from "./settings-panel";
import { RunShelf } from "./shelf/run-shelf";
import { SideChoice } from "./side-choice";
import { StatusLine } from "./status-line";
import { useLab } from "./use-lab";
import { views } from "./views";

type Props = {
  start: Start;
  claims: readonly Claim[];
  /** The views to draw, in order. */
  shownViews: readonly ViewName[];
  parts: ReadonlySet<Part>;
  /** Whether the page's address follows the run. */
  addressed: boolean;
  /** The lab's root element, there before and after the lab was loaded. */
  root: RefObject<HTMLElement | null>;
};

/** Writes what tests and embedding pages follow on the lab's root element. */
function follow(root: HTMLElement | null, state: LabState) {
  const last = state.sides[0].passes.at(-1);
  if (!root || !last) return;
  root.dataset.status = state.status;
  root.dataset.device = state.device?.kind ?? "";
  root.dataset.pass = String(last.pass);
  root.dataset.trainLoss = String(last.trainLoss);
  root.dataset.testLoss = String(last.testLoss);
}

export function LabBench(props: Props) {
  const { start, claims, shownViews, parts, addressed, root } = props;
  const { lab } = start;
  const controls = useLab(start);
  const { state, set } = controls;
  const { run } = state;
  useLayoutEffect(() => follow(root.current, state), [root, state]);
  const trainClaim = (claim: Claim) => {
    const { device } = run;
    controls.trainClaim({ ...claimedRun(claim, lab.start), device });
  };
  const drawn = shownViews.map((name) => {
    const View = views[name];
    return (
      <div key={name} className={styles.view} data-view={name}>
        <Suspense fallback={<p className={styles.waiting}>Loading…</p>}>
          <View state={state} side={shownSide(state)} controls={controls} />
        </Suspense>
      </div>
    );
  });
  const claimList = parts.has("claims") && (
    <ClaimList claims={claims} state={state} onTrain={trainClaim} />
  );
  const curve = parts.has("curve") && <LossPanel state={state} />;
  return (
    <div className={styles.bench}>
      {state.refused.length > 0 && (
        <div role="status">
          <ul className={styles.refused} aria-label="What was not taken">
            {state.refused.map(({ says }) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </div>
      )}
      {claims.length === 1 && claimList}
      {parts.has("buttons") && <RunButtons controls={controls} />}
      {parts.has("status") && <StatusLine state={state} speed={controls.speed} />}
      {parts.has("views") && <SideChoice controls={controls} />}
      <div className={styles.panes}>
        {parts.has("views") && drawn[0]}
        {curve}
      </div>
      {claims.length > 1 && claimList}
      {parts.has("settings") && (
        <details className={styles.more} open={addressed}>
          <summary>Settings of the run</summary>
          <SettingsPanel run={run} lab={lab} onSet={set} />
        </details>
      )}
      {parts.has("views") && drawn.slice(1)}
      {parts.has("shelf") && <RunShelf controls={controls} />}
      {parts.has("link") && <LinkRow lab={lab} run={run} addressed={addressed} />}
    </div>
  );
}
