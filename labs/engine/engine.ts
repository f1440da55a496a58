// The seam between labs and whatever trains a run. Behind it a worker trains with TensorFlow.js
// on the GPU or the CPU (`open-engine.ts`), and another one measures both ways of computing.

import type { DeviceWish, Run } from "../run/run";
import type { Pass } from "../training/training";

/** The hardware that trains, in words for the reader. */
export type Device = {
  kind: "webgpu" | "cpu";
  /** As the device calls itself. */
  name: string;
  /** Why this device and not another: one sentence. */
  why: string;
};

/** New passes since the last report, and the weights after the last of them. */
export type Progress = {
  passes: readonly Pass[];
  weights: Float32Array;
  /** The device that trained them: another than before where that one broke. */
  device: Device;
};

/**
 * Leave to train so many passes more: 1 is a single step, Infinity is full speed, which
 * may be `withdrawn`.
 */
export type Leave = { passes: number; withdrawn?: Promise<void> };

/**
 * Asked for leave at first, and whenever all that was allowed is reported, or was withdrawn
 * and the training stands still. A promise that stays open is a pause.
 */
export type Pace = () => Leave | Promise<Leave>;

/** Whatever trains runs. */
export type Engine = {
  /** The device that trains at first; see `Progress`. */
  device: Device;
  /**
   * Trains a run from its initial weights to its last pass, on its own: it does not wait
   * for its reports to be taken. Reports as often as a screen can show, and where that is
   * too often, more passes at a time. Leaving the loop early, or aborting, ends the
   * training and frees its memory. Throws an Error whose message is for the reader where
   * the run cannot go on. Trainings side by side share the cores, or the one GPU; each is
   * as it would be alone, and goes on where another cannot.
   */
  train(run: Run, signal: AbortSignal, pace?: Pace): AsyncIterable<Progress>;
};

/**
 * Opens an engine for the device the reader wishes for, or for the next best one. It lives,
 * and holds its device, until `signal` aborts. Rejects where no engine can be had.
 */
export type OpenEngine = (wish: DeviceWish, signal: AbortSignal) => Promise<Engine>;

/** The name of the Error that ends a run whose weights are no longer numbers. */
export const divergence = "Divergence";

export const fullSpeed = (): Leave => ({ passes: Number.POSITIVE_INFINITY });
