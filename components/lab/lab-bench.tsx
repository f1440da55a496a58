"use client";
// A lab at work: its claims, buttons, settings, views and curve around one engine.
import {
  memo,
  type ReactNode,
  type RefObject,
  Suspense,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useState,
} from "react";
import { Boundary } from "@/components/kit/boundary";
import { Radios } from "@/components/kit/choice";
import { ProblemList } from "@/components/kit/notice";
import { Status } from "@/components/kit/status";
import { usePaced } from "@/components/kit/use-paced";
import { useWhenIdle } from "@/components/kit/use-when-idle";
import type { Assignment } from "@/labs/assignment/assignment";
import type { ViewName } from "@/labs/catalog/lab";
import { type Claim, claimedRun } from "@/labs/claim/claim";
import { heldSet } from "@/labs/data/sample";
import type { Run } from "@/labs/run/run";
import styles from "./lab-bench.module.css";
import { LabTabs } from "./lab-tabs";
import { LabToolbar } from "./lab-toolbar";
import { LinkRow, useAddress } from "./link-row";
import { LiveControls, useLive } from "./live";
import { LossPanel, LossThumb } from "./loss-panel";
import { MapView } from "./network/decision-map";
import { NetworkDeskProvider, useNetworkDesk } from "./network/network-desk";
import type { LabPart } from "./opening";
import { SettingsPanel } from "./settings-panel";
import {
  goesOn,
  type LabState,
  type Start,
  shownSide,
  shownState,
} from "./training/lab-state";
import { prepareSide } from "./training/prepare-side";
import { type LabControls, useLab } from "./training/use-lab";
import { views } from "./views";

type BenchProps = {
  start: Start;
  /** The views to draw: the first lead, the others stand under them. */
  shownViews: readonly ViewName[];
  parts: ReadonlySet<LabPart>;
  /** Whether the page's address follows the run. */
  addressed: boolean;
  /** Given the run at first and whenever it changes. */
  onRun: ((run: Run) => void) | undefined;
  /** The lab's root element, there before and after the lab was loaded. */
  root: RefObject<HTMLElement | null>;
  /** The lab's question, as its heading. */
  heading: ReactNode;
  /** The map of the run that the page was built with; see `NetworkDesk`. */
  still?: ReactNode;
  /** How each claim came out on many seeds, by its id. */
  seeds?: Readonly<Record<string, ReactNode>>;
  /** Ways on from here, such as the lessons that use the lab. */
  ways?: ReactNode;
  /** Stands above all; `aside` is a place under the training buttons. */
  above?: (controls: LabControls, aside: HTMLElement | null) => ReactNode;
};

/** A bench of which an assignment asks something. */
export type AssignedBenchProps = BenchProps & { assignment: Assignment };

/** Settings that have their controls in the toolbar. */
const inToolbar = ["passes", "seed"] as const;

/** The same where the drawing of the network has its layers. */
const onDrawing = [...inToolbar, "layers"] as const;

/** The instrument: each part of a lab's page that is asked for, around one run. */
export function LabBench(props: BenchProps) {
  const { start, parts, addressed, shownViews } = props;
  const now = useLab(start);
  useReports(props, now);
  // Only a page that is about this lab loads what trains before anybody asks.
  useWhenIdle(now.warm, addressed);
  // The address of an assignment stays the one that was sent.
  useAddress(start.lab, now.state.run, addressed && parts.has("link"));
  const state = usePaced(now.state, {
    goesOn,
    prepare: (next) => prepareDrawn(next, shownViews.includes("learned")),
  });
  return (
    <Boundary problem="The lab met an error. Its settings are kept, and so is its training.">
      <DrawnBench {...props} controls={{ ...now, state }} />
    </Boundary>
  );
}

/** Has what the views will draw of a state worked out elsewhere. */
async function prepareDrawn(state: LabState, all: boolean) {
  const seen = shownState(state);
  await Promise.all((all ? seen.sides : [shownSide(seen)]).map(prepareSide));
}

type DrawnProps = BenchProps & { controls: LabControls };

/** The bench at a state: training goes on, and the page draws it when it has the time. */
const DrawnBench = memo(function DrawnBench(props: DrawnProps) {
  const { start, shownViews, parts, addressed, heading, above, controls } = props;
  const { still = null, seeds, ways } = props;
  const [aside, setAside] = useState<HTMLElement | null>(null);
  const { lab } = start;
  const { state, set } = controls;
  const { run, assigned, refused } = state;
  const seen = shownState(state);
  const { side, desk } = useNetworkDesk(seen, set, still);
  const trainClaim = (claim: Claim) => {
    const { device } = run;
    controls.trainClaim({ ...claimedRun(claim, lab.start), device });
  };
  const view = (name: ViewName) => {
    const View = views[name].component;
    return (
      <div key={name} data-view={name}>
        <View state={seen} side={side} controls={controls} />
      </div>
    );
  };
  const later = (name: ViewName) => <LaterView key={name}>{view(name)}</LaterView>;
  const drawn = parts.has("views") ? shownViews : [];
  const leading = drawn.slice(0, lab.leads ?? 1);
  const onPlane = side.sample.points !== null;
  const notTaken = refused.length > 0 && (
    <Status as="div">
      <ProblemList
        sentences={refused.map(({ says }) => says)}
        aria-label="What was not taken"
      />
    </Status>
  );
  // Each part within a Suspense is taken over by itself: the buttons come first.
  const isDrawn = leading.includes("network") && !lab.sides;
  const elsewhere = isDrawn ? onDrawing : inToolbar;
  const bench = (
    <NetworkDeskProvider value={desk}>
      <div className={styles.bench} inert={assigned?.name === ""}>
        <LiveControls className={styles.waiting}>
          {heading && !above && <div className={styles.heading}>{heading}</div>}
          <LabToolbar parts={parts} controls={controls} />
          <div className={styles.notices}>{!above && notTaken}</div>
          {above && <div ref={setAside} className={styles.aside} />}
          {parts.has("settings") && (
            <div className={styles.rail}>
              <Suspense>
                <SettingsPanel {...{ run, lab, assigned, elsewhere, act: desk.act }} />
              </Suspense>
            </div>
          )}
          {leading.length > 0 && (
            <div className={styles.stage} data-lead>
              <SideChoice controls={controls} />
              {leading[0] === "network" ? (
                <Suspense>{view("network")}</Suspense>
              ) : (
                // Its code is still on its way when the buttons begin to answer: within a
                // Suspense it would vanish until then.
                leading.slice(0, 1).map(view)
              )}
              {leading.slice(1).map(later)}
            </div>
          )}
          <div className={styles.sight}>
            {leading.length > 0 && onPlane ? (
              <div className={styles.picture} data-picture>
                <Suspense>
                  <MapView />
                </Suspense>
              </div>
            ) : (
              parts.has("curve") && (
                <div className={`${styles.picture} ${styles.thumb}`} data-picture inert>
                  <LossThumb side={shownSide(state)} />
                </div>
              )
            )}
            {parts.has("curve") && (
              <div className={styles.curve}>
                <Suspense>
                  <LossPanel controls={controls} height={onPlane ? 100 : 220} />
                </Suspense>
              </div>
            )}
          </div>
          <Suspense>
            <LabTabs
              {...{ parts, controls, side, seeds }}
              view={later}
              shownViews={drawn}
              others={drawn.slice(leading.length)}
              onTrain={trainClaim}
              ends={
                <>
                  {parts.has("link") && (
                    <LinkRow lab={lab} run={run} at={state.at} addressed={addressed} />
                  )}
                  {ways}
                </>
              }
            />
          </Suspense>
        </LiveControls>
      </div>
    </NetworkDeskProvider>
  );
  if (!above) return bench;
  return (
    <>
      <div className={styles.above}>
        {heading}
        {above(controls, aside)}
        {notTaken}
      </div>
      {bench}
    </>
  );
}, isDrawnAlike);

/** Whether a bench would be drawn as it is: its controls do the same at the same state. */
function isDrawnAlike(before: DrawnProps, now: DrawnProps): boolean {
  const partsOf = ({ controls: { state, speed }, ...rest }: DrawnProps) => [
    ...[state, speed],
    ...Object.values(rest),
  ];
  const [old, young] = [partsOf(before), partsOf(now)];
  return young.length === old.length && young.every((one, at) => one === old[at]);
}

/** A view that does not stand first: drawn in the browser alone, when it has the time. */
function LaterView({ children }: { children: ReactNode }) {
  const live = useDeferredValue(useLive());
  const loading = <p className={styles.loading}>Loading…</p>;
  return live ? <Suspense fallback={loading}>{children}</Suspense> : loading;
}

/** Chooses which of the networks that train together the views show. */
function SideChoice({ controls }: { controls: LabControls }) {
  const { sides, shown } = controls.state;
  if (sides.length < 2) return null;
  const labels = sides.map(({ label }, index) => [String(index), label]);
  return (
    <Radios
      legend="Shown"
      segmented
      className={styles.sides}
      value={String(shown)}
      named={Object.fromEntries(labels)}
      onChoose={(index) => controls.show(Number(index))}
    />
  );
}

/** Tells the page, and who put the lab there, what happens on the bench. */
function useReports(props: BenchProps, { state }: LabControls) {
  const { root, onRun } = props;
  const live = useLive();
  const { run, status, device, sides } = state;
  const last = sides[0].passes.at(-1);
  const held = heldSet(run);

  // Tests and embedding pages follow the lab's root element.
  useLayoutEffect(() => {
    if (!root.current || !last || !live) return;
    Object.assign(root.current.dataset, {
      status,
      device: device?.kind ?? "",
      pass: last.pass,
      trainLoss: last.trainLoss,
      testLoss: held === "test" ? last.heldLoss : "",
      validationLoss: held === "validation" ? last.heldLoss : "",
    });
  }, [root, live, status, device, last, held]);

  const tellRun = useEffectEvent((run: Run) => onRun?.(run));
  useEffect(() => tellRun(run), [run]);
}
