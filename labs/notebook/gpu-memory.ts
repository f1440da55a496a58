// The memory that a training takes on a GPU.

/** A training, as far as memory goes. */
export type Load = {
  /** Weights and biases. */
  weights: number;
  /** Numbers that the optimizer keeps for each weight. */
  slots: number;
  /** Numbers that all layers together put out for one example. */
  outputs: number;
  /** Examples per step. */
  batch: number;
  /** Numbers in one example: its inputs and what is wanted. */
  width: number;
  /** Examples in the GPU's memory at a time: all, or those of one batch. */
  resident: number | "batch";
  /** Bytes per number: 2, 4 or 8. */
  bytes: number;
};

/** Bytes, by what they are for. */
type Need = {
  weights: number;
  gradients: number;
  slots: number;
  outputs: number;
  data: number;
  framework: number;
};

/**
 * The share of PyTorch and CUDA themselves, a round figure. Version and GPU decide it;
 * one reader of PyTorch's tracker saw 781 MB before the first tensor.
 */
export const frameworkBytes = 1_000_000_000;

/** A GB as the sizes of GPUs are given here: cautious, since some makers count in GiB. */
export const gigabyte = 1_000_000_000;

/**
 * The bytes of a training. Each output is counted twice: backpropagation needs it again,
 * and its slope or weighted sum stands beside it.
 */
export function needOf({
  weights,
  slots,
  outputs,
  batch,
  width,
  resident,
  bytes,
}: Load): Need {
  return {
    weights: bytes * weights,
    gradients: bytes * weights,
    slots: bytes * slots * weights,
    outputs: bytes * 2 * outputs * batch,
    data: bytes * width * (resident === "batch" ? batch : resident),
    framework: frameworkBytes,
  };
}

/** All parts together. */
export const totalOf = (need: Need) =>
  Object.values(need).reduce((sum, part) => sum + part, 0);

/** The largest batch whose training fits into `memory` bytes; 0 where none does. */
export function largestBatch(load: Load, memory: number): number {
  const none = totalOf(needOf({ ...load, batch: 0 }));
  const each = totalOf(needOf({ ...load, batch: 1 })) - none;
  return none > memory ? 0 : Math.floor((memory - none) / Math.max(each, 1));
}

const powers: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  billion: 1e9,
};

/** The most that can be typed. */
const mostCounted = 1e13;

/**
 * The whole number that typed text stands for, from 1 to 10¹³: "100 million", "1.5
 * billion", "7e9", "25,000". Null where it stands for none.
 */
export function countFrom(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const found = /^(\d{1,14}(?:[ ,]\d{3})*)(\.\d{1,6})?(e\d{1,2})?\s*([a-z]*)$/.exec(
    typed,
  );
  if (!found || typed.length > 30) return null;
  const [, whole = "", fraction = "", exponent = "", unit = ""] = found;
  const power = Object.hasOwn(powers, unit) ? powers[unit] : undefined;
  if (power === undefined) return null;
  const number = Number(`${whole.replaceAll(/[ ,]/g, "")}${fraction}${exponent}`);
  const count = Math.round(number * power);
  return count >= 1 && count <= mostCounted ? count : null;
}
