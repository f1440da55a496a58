"use client";
import {
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useState,
} from "react";
import { Radios } from "@/components/kit/choice";
import { Disclosure } from "@/components/kit/disclosure";
import { ProblemList } from "@/components/kit/notice";
import { Status } from "@/components/kit/status";
import type { Assignment } from "@/labs/assignment/assignment";
import type { ViewName } from "@/labs/catalog/lab";
import { type Claim, claimedRun } from "@/labs/claim/claim";
import { type Outcome, outcomeOf } from "@/labs/claim/outcome";
import type { Run } from "@/labs/run/run";
import { ClaimList } from "./claim-list";
// A lab at work: its claims, buttons, settings, views and curve around one engine.
import styles from "./lab-bench.module.css";
import { LinkRow } from "./link-row";
import { LossPanel } from "./loss-panel";
import type { LabPart } from "./opening";
import { RunButtons } from "./run-buttons";
import { SettingsPanel } from "./settings-panel";
import { RunShelf } from "./shelf/run-shelf";
import { StatusLine } from "./status-line";
import { lockOf, type Start, sameRun, shownSide, shownState } from "./training/lab-state";
import { type LabControls, useLab } from "./training/use-lab";
import { views } from "./views";

export type BenchProps = {
  start: Start;
  claims: readonly Claim[];
  /** The views to draw, in order. */
  shownViews: readonly ViewName[];
  parts: ReadonlySet<LabPart>;
  /** Whether the page's address follows the run. */
  addressed: boolean;
  /** Whether the settings are open to see at first. */
  unfolded: boolean;
  /** Given the run at first and whenever it changes. */
  onRun: ((run: Run) => void) | undefined;
  /** Whether the run that the lab opens with is trained at once. */
  trains: boolean;
  /** Given how that run ended, each time it did. */
  onOutcome: ((outcome: Outcome) => void) | undefined;
  /** The lab's root element, there before and after the lab was loaded. */
  root: RefObject<HTMLElement | null>;
  /** Stands above all; `aside` is a place under the training buttons. */
  above?: (controls: LabControls, aside: HTMLElement | null) => ReactNode;
};

/** A bench of which an assignment asks something. */
export type AssignedBenchProps = BenchProps & { assignment: Assignment };

/** The instrument: each part of a lab's page that is asked for, around one run. */
export function LabBench(props: BenchProps) {
  const { start, claims, shownViews, parts, addressed, unfolded, above } = props;
  const [aside, setAside] = useState<HTMLElement | null>(null);
  const { lab } = start;
  const controls = useLab(start);
  const { state, set } = controls;
  const { run, assigned, refused } = state;
  useReports(props, controls);
  const trainClaim = (claim: Claim) => {
    const { device } = run;
    controls.trainClaim({ ...claimedRun(claim, lab.start), device });
  };
  const seen = shownState(state);
  const drawn = parts.has("views") ? shownViews : [];
  const [first, ...others] = drawn.map((name) => {
    const View = views[name];
    return (
      <div key={name} className={styles.view} data-view={name}>
        <Suspense fallback={<p className={styles.loading}>Loading…</p>}>
          <View state={seen} side={shownSide(seen)} controls={controls} />
        </Suspense>
      </div>
    );
  });
  const claimList = parts.has("claims") && (
    <ClaimList claims={claims} state={state} onTrain={trainClaim} />
  );
  const notTaken = refused.length > 0 && (
    <Status as="div">
      <ProblemList
        sentences={refused.map(({ says }) => says)}
        aria-label="What was not taken"
      />
    </Status>
  );
  const bench = (
    <div className={styles.bench} inert={assigned?.name === ""}>
      {!above && notTaken}
      {claims.length === 1 && claimList}
      {parts.has("buttons") && <RunButtons controls={controls} />}
      {parts.has("status") && <StatusLine state={state} speed={controls.speed} />}
      {above && <div ref={setAside} />}
      {parts.has("views") && <SideChoice controls={controls} />}
      <div className={styles.panes}>
        {first}
        {parts.has("curve") && <LossPanel controls={controls} />}
      </div>
      {claims.length > 1 && <div className={styles.section}>{claimList}</div>}
      {parts.has("settings") && (
        <Disclosure
          className={styles.section}
          summary="Settings of the run"
          opens={unfolded}
        >
          <SettingsPanel
            run={run}
            lab={lab}
            lockOf={(setting) => lockOf(assigned, setting)}
            onSet={set}
          />
        </Disclosure>
      )}
      {others}
      {parts.has("shelf") && (
        <div className={styles.section}>
          <RunShelf controls={controls} />
        </div>
      )}
      {parts.has("link") && (
        <div className={styles.section}>
          <LinkRow lab={lab} run={run} at={state.at} addressed={addressed} />
        </div>
      )}
    </div>
  );
  if (!above) return bench;
  return (
    <>
      <div className={styles.bench}>
        {above(controls, aside)}
        {notTaken}
      </div>
      {bench}
    </>
  );
}

/** Chooses which of the networks that train together the views show. */
function SideChoice({ controls }: { controls: LabControls }) {
  const { sides, shown } = controls.state;
  if (sides.length < 2) return null;
  const labels = sides.map(({ label }, index) => [String(index), label]);
  return (
    <Radios
      legend="Shown below"
      value={String(shown)}
      named={Object.fromEntries(labels)}
      onChoose={(index) => controls.show(Number(index))}
    />
  );
}

/** Tells the page, and who put the lab there, what happens on the bench. */
function useReports(props: BenchProps, { state, train }: LabControls) {
  const { root, start, trains, onRun, onOutcome } = props;
  const { run, status, device, sides } = state;
  const last = sides[0].passes.at(-1);

  // Tests and embedding pages follow the lab's root element.
  useLayoutEffect(() => {
    if (!root.current || !last) return;
    Object.assign(root.current.dataset, {
      status,
      device: device?.kind ?? "",
      pass: last.pass,
      trainLoss: last.trainLoss,
      testLoss: last.testLoss,
    });
  }, [root, status, device, last]);

  const tellRun = useEffectEvent((run: Run) => onRun?.(run));
  useEffect(() => tellRun(run), [run]);

  const begin = useEffectEvent(train);
  useEffect(() => {
    if (trains) begin();
  }, [trains]);

  const tellOutcome = useEffectEvent(() => {
    const side = sides.find(({ run, ended }) => ended && sameRun(run, start.run));
    if (!side) return;
    const { run, passes, weights, ended } = side;
    onOutcome?.(outcomeOf(run, passes, weights, ended === "diverged"));
  });
  const ended = status === "done" || status === "failed";
  useEffect(() => {
    if (ended) tellOutcome();
  }, [ended]);
}
