import type { Problem } from "./problem";

/** One network under training. */
export type Training = {
  /**
   * Trains some passes, and computes train and test loss after each of them. Resolves
   * once the work is done, not only queued.
   */
  train(passes: number): Promise<void>;
  /** The mean loss of the training set under the weights as they are now. */
  trainLoss(): Promise<number>;
  /** Frees what the training holds. */
  close(): void;
};

/** A library on one device. */
export type Peer = {
  /** Starts a training from the problem's weights, or says why it cannot run here. */
  open(problem: Problem): Promise<Training | string>;
};
