// The arithmetics that labs have trained with. Each has bits of its own, and a receipt names
// the one that made it.

import { compileTraining } from "../kernel/kernel";
import { createTraining } from "../training/loops";
import type { BeginTraining } from "../training/training";
import type { Receipt } from "./receipt";

export type Arithmetic = {
  begin: BeginTraining;
  /** How long it takes, as a share of what the first one takes. */
  time: number;
};

/** In the order of the numbers that receipts bear, from 1. */
const arithmetics: readonly Arithmetic[] = [
  { begin: createTraining, time: 1 },
  // Twenty runs of all labs took 0.1 to 0.23 of the time (`npm run bench kernel` times four).
  { begin: compileTraining, time: 0.2 },
];

/** The arithmetic that made a receipt; null where this site has none of its number. */
export const arithmeticOf = ({ kernel }: Pick<Receipt, "kernel">): Arithmetic | null =>
  arithmetics[kernel - 1] ?? null;
