import type { Examples, Plan } from "@/labs/run/plan";

// How a plan is trained: `kernel/` does it for the labs, `loops.ts` as they did once.

/**
 * Stands for the loss of a pass after which the numbers were no longer finite. It is the least
 * number in f32, which GPUs tell from others more surely than NaN.
 */
export const noLoss = -3.4028234663852886e38;

/** The CPU's training of one plan on its examples. It keeps no state between calls. */
export type Training = {
  /** The mean loss of the training and of the held examples, as `train` finds them. */
  losses(state: Float32Array): { trainLoss: number; heldLoss: number };
  /**
   * Trains passes `first` … `first + count − 1`, counted from 1, and updates `state` in
   * place. The train and held loss after each pass go to `curve`, two numbers a pass; once
   * a weight or a loss is not a finite number in f32, they are `noLoss`.
   */
  train(state: Float32Array, first: number, count: number, curve: Float32Array): void;
};

/** Prepares a training with all its memory. */
export type BeginTraining = (plan: Plan, examples: Examples) => Training;

/**
 * The mean loss of the training points and of those of the `heldSet` once the network has
 * seen the whole training set `pass` times. Pass 0 is the network before any training.
 */
export type Pass = { pass: number; trainLoss: number; heldLoss: number };

/** The first of the passes with the lowest held loss: where early stopping would stop. */
export const lowestHeld = (passes: readonly Pass[]) =>
  passes.reduce<Pass | null>(
    (least, pass) => (least && least.heldLoss <= pass.heldLoss ? least : pass),
    null,
  );
