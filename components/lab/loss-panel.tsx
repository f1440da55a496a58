"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { LossChart } from "@/components/chart/loss-chart";
import {
  type CurveKind,
  curveKinds,
  curveSentence,
  type LossCurve,
} from "@/components/chart/loss-curves";
import { LossTable } from "@/components/chart/loss-table";
import { Button } from "@/components/kit/button";
import { Choice } from "@/components/kit/choice";
import { Row, Small } from "@/components/kit/layout";
import { Tick } from "@/components/kit/tick";
import { useCalm } from "@/components/kit/use-calm";
import { numberText } from "@/labs/arithmetic/number-text";
import type { Lab } from "@/labs/catalog/lab";
import { claimedRun } from "@/labs/claim/claim";
import { boundsOf } from "@/labs/claim/claim-bound";
import { outsetOf } from "@/labs/claim/outcome";
import { heldSet } from "@/labs/data/sample";
import type { Run } from "@/labs/run/run";
import { ByEar, ByEarSwitch } from "./by-ear/by-ear-switch";
import styles from "./loss-panel.module.css";
import { keptRows } from "./shelf/compare-runs";
import { useShelf } from "./shelf/shelf-store";
import { TestSet } from "./test-set";
import {
  type Assigned,
  type LabState,
  latestPass,
  sameRun,
  shownSide,
} from "./training/lab-state";
import type { Side } from "./training/side";
import type { LabControls } from "./training/use-lab";
import { isFinding } from "./training/use-replay";

type Props = {
  controls: LabControls;
  /** Of the plot, in pixels at a text of 16. */
  height: number;
};

/** The loss curves as a chart, with a sentence for everyone and a table on demand. */
export function LossPanel({ controls, height }: Props) {
  const { state, travel } = controls;
  const { lab, sides, run, assigned, at } = state;
  const [logarithmic, setLogarithmic] = useState(false);
  const [chosen, setKind] = useState<CurveKind | null>(null);
  const [asTable, setAsTable] = useState(false);
  const shelf = useShelf(lab.id);
  const kept = useMemo(
    () =>
      keptRows(
        lab,
        shelf.filter(({ drawn }) => drawn),
      ).map(
        ({ id, name, run, curve, diverged }): LossCurve => ({
          id,
          label: name,
          passes: curve,
          held: heldSet(run),
          diverged,
        }),
      ),
    [lab, shelf],
  );
  // The chart may lag behind the passes: training never waits for it.
  const drawn = useDeferredValue(sides);
  const now = useMemo(
    () =>
      drawn.map(
        ({ label, run, passes, ended }, at): LossCurve => ({
          id: `side-${at}`,
          label,
          passes,
          held: heldSet(run),
          diverged: ended === "diverged",
        }),
      ),
    [drawn],
  );
  const kind = chosen ?? (sides.length + kept.length > 2 ? "trainLoss" : "both");
  const curves = useMemo(() => [...now, ...kept], [now, kept]);
  const bounds = useMemo(() => boundsNow(lab, run, assigned), [lab, run, assigned]);
  return (
    <div className={styles.curve} role="group" aria-label="Loss by pass">
      <LossChart
        label="Loss by pass"
        curves={curves}
        passes={Math.max(...sides.map(({ run }) => run.passes))}
        kind={kind}
        logarithmic={logarithmic}
        bounds={oneTask(state) ? bounds : none}
        at={at}
        onAt={travel}
        height={height}
      />
      <Travelled controls={controls} />
      <TestSet controls={controls} />
      <CurveSummary sides={sides} />
      <Row className={styles.choices}>
        <Choice
          label={<span className="visually-hidden">Curves</span>}
          value={kind}
          named={curveKinds(curves)}
          onChoose={setKind}
          inline
        />
        <Tick
          checked={logarithmic}
          onChange={({ target }) => setLogarithmic(target.checked)}
        >
          Logarithmic
        </Tick>
        <Button
          aria-label="Data table"
          aria-expanded={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          Table
        </Button>
        <ByEarSwitch />
      </Row>
      <ByEar state={state} />
      {asTable && <LossTable curves={now} />}
    </div>
  );
}

/** A small curve for where the large one is out of sight. Decorative. */
export function LossThumb({ side }: { side: Side }) {
  const { run, passes } = useCalm(side);
  return (
    <LossChart
      label="Loss by pass"
      curves={[{ id: "thumb", label: "", passes, held: heldSet(run) }]}
      passes={run.passes}
      height={100}
    />
  );
}

const none: readonly Bound[] = [];

/** Whether all that trains is the lab's run, be it at several seeds. */
const oneTask = ({ sides, beside }: LabState) =>
  sides.length === 1 || (beside.kind === "sweep" && beside.setting === "seed");

type Bound = { loss: number; label: string };

/** The losses that the lab's run has to get below, or above, for a claim or a goal. */
function boundsNow(lab: Lab, run: Run, assigned: Assigned | null): readonly Bound[] {
  const goals = assigned?.assignment.goals ?? [];
  const asked = goals.flatMap((goal) =>
    goal.kind === "loss" && heldSet(run) === "test"
      ? [{ loss: goal.bound, label: `goal: test loss below ${goal.bound}` }]
      : [],
  );
  const claims = lab.claims.filter((claim) => {
    return !assigned && sameRun(claimedRun(claim, lab.start), run);
  });
  if (claims.length === 0) return asked;
  const outset = outsetOf(run);
  return [...asked, ...claims.flatMap((claim) => boundsOf(claim, outset, outset.first))];
}

/** Which pass all views show, and the way back to the latest. */
function Travelled({ controls: { state, travel } }: { controls: LabControls }) {
  const { at } = state;
  const latest = latestPass(state);
  if (at === null || at > latest) {
    const ahead = at !== null && ` At pass ${at} the pictures will stand still.`;
    return <Small>Drag along the curve: every picture shows that pass.{ahead}</Small>;
  }
  const shown = shownSide(state).passes.at(-1)?.pass;
  return (
    <Small>
      {shown !== at && !isFinding(state) && `The weights of pass ${at} were not kept. `}
      Every picture shows pass {shown}.{" "}
      <Button look="link" onClick={() => travel(null)}>
        Back to the latest
      </Button>
    </Small>
  );
}

/** The curves of all sides in words, for those who do not see them. */
function CurveSummary({ sides }: { sides: readonly Side[] }) {
  const [only, ...others] = sides;
  if (only && others.length === 0) {
    return (
      <p className="visually-hidden">{curveSentence(only.passes, heldSet(only.run))}</p>
    );
  }
  return (
    <dl
      className="visually-hidden"
      aria-label={`After pass ${sides[0]?.passes.at(-1)?.pass}`}
    >
      {sides.map((side) => (
        <div key={side.label}>
          <dt>{side.label}</dt>
          <dd>{endOf(side)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How one of several curves ended, in a few words. */
function endOf({ run, passes, ended }: Side): string {
  const last = passes.at(-1);
  if (!last) return "";
  const losses = `train loss ${numberText(last.trainLoss)}, ${heldSet(run)} loss ${numberText(last.heldLoss)}`;
  return ended === "diverged" ? `diverged after pass ${last.pass}` : losses;
}
