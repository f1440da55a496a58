"use client";
import {
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useState,
} from "react";
import { type Claim, claimedRun, type Outcome } from "@/labs/claim";
import type { Refusal } from "@/labs/fitted";
import type { ViewName } from "@/labs/lab";
import { outcomeOf } from "@/labs/outcome";
import type { Run } from "@/labs/run";
import { ClaimList } from "./claim-list";
import styles from "./lab.module.css";
import { LinkRow } from "./link-row";
import { LossPanel } from "./loss-panel";
import type { Part } from "./opening";
import { RunButtons } from "./run-buttons";
import { SettingsPanel } from "./settings-panel";
import { RunShelf } from "./shelf/run-shelf";
import { StatusLine } from "./status-line";
import {
  type LabState,
  lockOf,
  type Start,
  sameRun,
  shownSide,
} from "./training/lab-state";
import { type LabControls, useLab } from "./training/use-lab";
import { views } from "./views";

// A lab at work: its claims, buttons, settings, views and curve around one engine.

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

/** Chooses which of the networks that train together the views show. */
function SideChoice({ controls }: { controls: LabControls }) {
  const name = useId();
  const { sides, shown } = controls.state;
  if (sides.length < 2) return null;
  return (
    <fieldset className={styles.sides}>
      <legend>Shown below</legend>
      {sides.map(({ label }, index) => (
        <label key={label} className={styles.tick}>
          <input
            type="radio"
            name={name}
            checked={index === shown}
            onChange={() => controls.show(index)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** What a link, or the reader, asked for in vain. */
function RefusedList({ refused }: { refused: readonly Refusal[] }) {
  if (refused.length === 0) return null;
  return (
    <div role="status">
      <ul className={styles.refused} aria-label="What was not taken">
        {refused.map(({ says }) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </div>
  );
}

/** Writes what tests and embedding pages follow on the lab's root element. */
function tellRoot(root: HTMLElement | null, { status, device, sides }: LabState) {
  const last = sides[0].passes.at(-1);
  if (!root || !last) return;
  root.dataset.status = status;
  root.dataset.device = device?.kind ?? "";
  root.dataset.pass = String(last.pass);
  root.dataset.trainLoss = String(last.trainLoss);
  root.dataset.testLoss = String(last.testLoss);
}

/** What can be asked of the run that a lab opens with; see `Lab`. */
type Asked = {
  trains: boolean;
  onOutcome: ((outcome: Outcome) => void) | undefined;
};

/** Trains the run that a lab opened with, where that is asked, and tells how it ended. */
function useOpenedRun(
  { state, train }: LabControls,
  opened: Run,
  { trains, onOutcome }: Asked,
) {
  const begin = useEffectEvent(train);
  useEffect(() => {
    if (trains) begin();
  }, [trains]);

  const tell = useEffectEvent(() => {
    const side = state.sides.find(({ run, ended }) => ended && sameRun(run, opened));
    if (!side) return;
    const { run, passes, weights, ended } = side;
    onOutcome?.(outcomeOf(run, passes, weights, ended === "diverged"));
  });
  const ended = state.status === "done" || state.status === "failed";
  useEffect(() => {
    if (ended) tell();
  }, [ended]);
}
