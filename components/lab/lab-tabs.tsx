"use client";
// All that stands under a lab's frame, one part at a time.
import { type ReactNode, Suspense } from "react";
import { late } from "@/components/kit/late";
import { Tabs } from "@/components/kit/tabs";
import type { ViewName } from "@/labs/catalog/lab";
import type { Claim } from "@/labs/claim/claim";
import { claimName } from "@/labs/claim/held-claims";
import { ClaimList } from "./claim-list";
import { ClaimText } from "./lab-section";
import styles from "./lab-tabs.module.css";
import type { LabPart } from "./opening";
import { useShelf } from "./shelf/shelf-store";
import { useHeldClaims } from "./training/held-store";
import type { Side } from "./training/side";
import type { LabControls } from "./training/use-lab";
import { views } from "./views";

const WeightsView = late("This part of the lab", () =>
  import("./network/weights-view").then(({ WeightsView }) => WeightsView),
);

const RunShelf = late("The shelf", () =>
  import("./shelf/run-shelf").then(({ RunShelf }) => RunShelf),
);

type Props = {
  parts: ReadonlySet<LabPart>;
  controls: LabControls;
  /** The side that the views show. */
  side: Side;
  /** Draws a view. */
  view(name: ViewName): ReactNode;
  /** All views, and those of them that do not lead. */
  shownViews: readonly ViewName[];
  others: readonly ViewName[];
  onTrain(claim: Claim): void;
  /** How each claim came out on many seeds, by its id. */
  seeds: Readonly<Record<string, ReactNode>> | undefined;
  /** Beside the tabs, or after them: the lab's link and ways on. */
  ends: ReactNode;
};

/** Claims, further views, weights and shelf: as many of them as are asked for. */
export function LabTabs(props: Props) {
  const { parts, controls, side, view, shownViews, others, onTrain, seeds, ends } = props;
  const { state } = controls;
  const { lab, run } = state;
  const kept = useShelf(lab.id).length;
  const everHeld = useHeldClaims();
  const { claims } = lab;
  const held = claims.filter(({ id }) => everHeld.has(claimName(lab.id, id))).length;
  const tab = (name: string, label: string, content: ReactNode) => ({
    name,
    label,
    content: (
      <div className={styles.tab}>
        <Suspense fallback={<p>Loading…</p>}>{content}</Suspense>
      </div>
    ),
  });
  const tabs = [
    parts.has("claims") &&
      tab(
        "claims",
        `Claims ${held}/${claims.length}`,
        <ClaimList {...{ claims, state, onTrain, seeds }} />,
      ),
    ...others.map((name) => tab(name, views[name].title, view(name))),
    shownViews.includes("network") &&
      tab("weights", "Weights", <WeightsView state={state} side={side} />),
    parts.has("shelf") &&
      tab(
        "shelf",
        `Run shelf${kept > 0 ? ` (${kept})` : ""}`,
        <RunShelf controls={controls} />,
      ),
  ].filter((one) => one !== false);
  const ofData = run.data === "own" && run.own.length > 0 && lab.start.data !== "own";
  const opens = ofData ? "own-data" : lab.opens;
  return (
    <div className={styles.more}>
      {tabs.length > 0 && (
        <Tabs label="More of this lab" tabs={tabs} {...(opens && { opens })} />
      )}
      <div className={styles.ends}>{ends}</div>
      <noscript>
        <p>To train this lab, the page needs JavaScript.</p>
        <ClaimText claims={claims} />
      </noscript>
    </div>
  );
}
