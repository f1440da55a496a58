"use client";
// A lab at work: its claims, buttons, settings, views and curve around one engine.
import {
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useState,
} from "react";
import { type Claim, claimedRun } from "@/labs/claim";
import type { ViewName } from "@/labs/lab";
import type { Run } from "@/labs/run";
import { ClaimList } from "./claim-list";
import styles from "./lab.module.css";
import { type Start, shownSide } from "./lab-state";
import { LinkRow } from "./link-row";
import { lockOf } from "./lock-of";
import { LossPanel } from "./loss-panel";
import type { Part } from "./parts";
import { RefusedList } from "./refused-list";
import { RunButtons } from "./run-buttons";
import { SettingsPanel } from "./settings-panel";
import { RunShelf } from "./shelf/run-shelf";
import { SideChoice } from "./side-choice";
import { StatusLine } from "./status-line";
import { tellRoot } from "./tell-root";
import { type LabControls, useLab } from "./use-lab";
import { type Asked, useOpenedRun } from "./use-opened-run";
import { views } from "./views";

export type BenchProps = {
  start: Start;
  claims: readonly Claim[];
  /** The views to draw, in order. */
  shownViews: readonly ViewName[];
  parts: ReadonlySet<Part>;
  /** Whether the page's address follows the run. */
  addressed: boolean;
  /** Whether the settings are open to see at first. */
  unfolded: boolean;
  /** See `Lab`. */
  onRun: ((run: Run) => void) | undefined;
  asked: Asked;
  /** The lab's root element, there before and after the lab was loaded. */
  root: RefObject<HTMLElement | null>;
  /** What stands above all; `aside` is a place under the training buttons. */
  above?: (controls: LabControls, aside: HTMLElement | null) => ReactNode;
};

export function LabBench(props: BenchProps) {
  const { start, claims, shownViews, parts, addressed, unfolded, root, onRun } = props;
  const { above, asked } = props;
  const [aside, setAside] = useState<HTMLElement | null>(null);
  const { lab } = start;
  const controls = useLab(start);
  const { state, set } = controls;
  const { run, assigned } = state;
  useLayoutEffect(() => tellRoot(root.current, state), [root, state]);
  const tellRun = useEffectEvent((run: Run) => onRun?.(run));
  useEffect(() => tellRun(run), [run]);
  useOpenedRun(controls, start.run, asked);
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
  const refused = <RefusedList refused={state.refused} />;
  const bench = (
    <div className={styles.bench} inert={assigned?.name === ""}>
      {!above && refused}
      {claims.length === 1 && claimList}
      {parts.has("buttons") && <RunButtons controls={controls} />}
      {parts.has("status") && <StatusLine state={state} speed={controls.speed} />}
      {above && <div ref={setAside} />}
      {parts.has("views") && <SideChoice controls={controls} />}
      <div className={styles.panes}>
        {parts.has("views") && drawn[0]}
        {curve}
      </div>
      {claims.length > 1 && claimList}
      {parts.has("settings") && (
        <details className={styles.more} open={unfolded}>
          <summary>Settings of the run</summary>
          <SettingsPanel
            run={run}
            lab={lab}
            lockOf={(setting) => lockOf(assigned, setting)}
            onSet={set}
          />
        </details>
      )}
      {parts.has("views") && drawn.slice(1)}
      {parts.has("shelf") && <RunShelf controls={controls} />}
      {parts.has("link") && <LinkRow lab={lab} run={run} addressed={addressed} />}
    </div>
  );
  if (!above) return bench;
  return (
    <>
      <div className={styles.bench}>
        {above(controls, aside)}
        {refused}
      </div>
      {bench}
    </>
  );
}
