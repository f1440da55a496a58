import type { Claim } from "../claim/claim";
import type { Run } from "../run/run";

/** A question, a starting run, and what the reader may change. */
export type Lab = {
  /** Its place in links: `/labs/<id>`. */
  id: string;
  title: string;
  /** What the reader is to find out, as one question. */
  question: string;
  start: Run;
  /** The settings with a control, in the order of the panel. */
  controls: readonly (keyof Run)[];
  claims: readonly Claim[];
  /** What it shows beside the curve, in order. */
  views: readonly ViewName[];
  /**
   * The runs that train together, in one chart; the first is the lab's own. Left out
   * where it trains alone.
   */
  sides?(run: Run): readonly [NamedRun, ...NamedRun[]];
};

/** A run, and what it is called beside others; empty where it is alone. */
export type NamedRun = { label: string; run: Run };

/** What a lab can show beside the curve; the page draws each. */
export type ViewName =
  | "network"
  | "own-data"
  | "learned"
  | "take-away"
  | "shares"
  | "outlier"
  | "surface"
  | "hand"
  | "crossover"
  | "confusion"
  | "misread"
  | "looks-for"
  | "draw-digit"
  | "forecast"
  | "own-series"
  | "vowels"
  | "transcribe"
  | "memory"
  | "commands"
  | "notebook";
