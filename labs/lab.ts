import type { Claim } from "./claim";
import type { Run } from "./run";

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
};
