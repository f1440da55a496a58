import { mostPasses } from "./train-passes/operation";

/**
 * How long a call should take, in milliseconds: far from any driver's watchdog. A call
 * trains at least one pass, however long that is.
 */
const callFor = 8;

/** Finds how many passes one call may train; the first call trains one. */
export function createPacing() {
  let passes = 1;
  return {
    next: () => passes,
    /** Tells that `count` passes took `time` milliseconds. */
    took(time: number, count: number) {
      const fitting = Math.floor((count * callFor) / Math.max(time, 0.1));
      passes = Math.min(Math.max(fitting, 1), 2 * count, mostPasses);
    },
  };
}
