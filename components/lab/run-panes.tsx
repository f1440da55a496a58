"use client";
// The picture of a run and its curve, beside each other where there is room.
import { lazy, type ReactNode, Suspense, useMemo } from "react";
import { LossChart } from "@/components/chart/loss-chart";
import type { LossCurve, LossName } from "@/components/chart/loss-curves";
import type { Outset } from "@/labs/claim/claim-bound";
import { datasets } from "@/labs/data/datasets";
import { heldSet } from "@/labs/data/sample";
import type { Run } from "@/labs/run/run";
import styles from "./run-panes.module.css";
import type { ClaimTraining } from "./training/train-claim";
import { Unloaded } from "./unloaded";

/** Loaded with the first run: until then there is the still. */
const RunPicture = lazy(async () => {
  const loaded = await import("./run-picture").catch(() => null);
  return { default: loaded?.RunPicture ?? Unloaded };
});

/** The pictures in words: before a run, and from then on. */
const shows = {
  plane: ["The plane and its points", "What the network says all over the plane"],
  picture: ["Some of the images", "Which digits the network takes for which"],
  sound: ["The sound of a vowel", "Which letters the network takes for which"],
  text: ["What it writes before training", "What it writes, pass after pass"],
  series: ["The end of the series", "The end of the series beside its forecast"],
} as const;

type Props = {
  run: Run;
  /** The picture before anything was trained; left out, it is drawn once it can be. */
  still?: ReactNode;
  training: ClaimTraining | null;
  /** Says what the chart shows. */
  label: string;
  /** Left out, it is told by the training. */
  outset?: Outset | undefined;
  bounds?: readonly { loss: number; label: string }[];
  band?: { from: number; to: number; label: string } | null;
  /** The top of the loss axis; left out, it follows the curve. */
  most?: number | undefined;
  /** The loss that is drawn where several runs train; left out, the train loss. */
  ofMany?: LossName;
  /** Beside other things: the picture is smaller. */
  isSmall?: boolean;
};

/** A still that comes alive once its run is trained, and the run's losses. */
export function RunPanes(props: Props) {
  const { run, still, training, label, bounds, band, most, isSmall = false } = props;
  const { ofMany = "trainLoss" } = props;
  const begun = training !== null && training.state.status !== "idle";
  const sides = training && (begun || !still) ? training.state.sides : null;
  const side = sides?.[0] ?? null;
  const first = (props.outset ?? training?.outset)?.first;
  const curves = useMemo(
    (): readonly LossCurve[] =>
      sides?.map(({ label, run, passes, ended }) => ({
        id: `seed-${run.seed}`,
        label,
        passes,
        held: heldSet(run),
        diverged: ended === "diverged",
      })) ?? [{ id: "run", label: "", passes: first ? [first] : [], held: heldSet(run) }],
    [run, sides, first],
  );
  return (
    <div className={styles.panes} data-small={isSmall}>
      <div
        className={styles.picture}
        role="img"
        aria-label={shows[datasets[run.data].on][begun ? 1 : 0]}
      >
        <Suspense fallback={still}>{side ? <RunPicture side={side} /> : still}</Suspense>
      </div>
      <div className={styles.curve}>
        <LossChart
          {...{ label, curves, passes: run.passes, height: isSmall ? 136 : 150 }}
          kind={curves.length > 1 ? ofMany : "both"}
          {...(bounds && { bounds })}
          {...(band && { band })}
          {...(most !== undefined && { most })}
        />
      </div>
    </div>
  );
}
