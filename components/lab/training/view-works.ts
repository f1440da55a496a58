// All that the views have worked out in their worker: what it takes, and what comes of it.

import {
  type PaintedSurface,
  paintedSurface,
} from "@/components/lab/plane/surface-paint";
import { type Shares, sharesAt } from "@/labs/landscape/loss-shares";
import type { SurfaceAsk } from "@/labs/landscape/loss-surface";
import { type OutlierResult, outlierResults } from "@/labs/landscape/outlier-verdict";
import type { Moment } from "@/labs/landscape/weight-path";
import type { TrainedRun } from "@/labs/training/score";
import { type Prepared, type PreparedAsk, prepared } from "./prepared";
import { type MomentsAsk, momentsOf, type WeightsAsk, weightsAt } from "./replays";

/** Each by its name. Both what it takes and what it gives can be sent to and from a worker. */
type Works = {
  prepared: { of: PreparedAsk; answer: Prepared };
  shares: { of: TrainedRun; answer: Shares };
  outliers: { of: readonly TrainedRun[]; answer: readonly OutlierResult[] };
  surface: { of: SurfaceAsk; answer: PaintedSurface };
  moments: { of: MomentsAsk; answer: readonly Moment[] };
  weights: { of: WeightsAsk; answer: Float32Array | null };
};

export type WorkName = keyof Works;

/** The input and the result of a work. */
export type Given<K extends WorkName> = Works[K]["of"];
export type Answer<K extends WorkName> = Works[K]["answer"];

/** A work to do, as a message. */
export type Ask<K extends WorkName = WorkName> = { kind: K; of: Given<K> };

export type Work<K extends WorkName> = (of: Given<K>) => Answer<K> | Promise<Answer<K>>;

export const works: { readonly [K in WorkName]: Work<K> } = {
  prepared,
  shares: sharesAt,
  outliers: outlierResults,
  surface: paintedSurface,
  moments: momentsOf,
  weights: weightsAt,
};
