// How well a reader knows what they know: the chances they gave to being right, against how
// often they were, scored by the log loss that the lessons teach.
import type { AnswerBook } from "./answer-book";

/** An answer whose reader said beforehand how sure they were: a chance from 0.5 to 1. */
type Said = { sure: number; right: boolean };

/** The chance that counts for one of 100 %: a single miss would cost without end. */
const surest = 0.99;

/**
 * The log loss of a chance that was given to being right, in nats: −ln of
 * the chance of what happened. 0.69 at 50 %; at most 4.61, since 100 % counts as 99 %.
 */
export function logLoss({ sure, right }: Said): number {
  const chance = Math.min(sure, surest);
  return -Math.log(right ? chance : 1 - chance);
}

/** Answers given with about the same chance. */
export type CalibrationBin = {
  /** The chances in it, in percent, both included: as in 50 to 59. */
  from: number;
  to: number;
  count: number;
  /** The mean chance that was given, and the share that was right, 0 to 1. */
  sure: number;
  right: number;
};

/** A reader's calibration; null for shares and losses of no answer. */
export type Calibration = {
  /** How many answers were given with a chance. */
  count: number;
  /** The mean log loss; 0.69 is that of always saying 50 %. */
  loss: number | null;
  /** The mean chance, and the share that was right, 0 to 1. */
  sure: number | null;
  right: number | null;
  /** From the least sure to the surest; those without an answer are left out. */
  bins: readonly CalibrationBin[];
};

/** The bounds of the bins, in percent. */
const bounds = [50, 60, 70, 80, 90, 101];

const meanOf = (numbers: readonly number[]): number | null =>
  numbers.length === 0
    ? null
    : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const hits = (all: readonly Said[]) => all.map(({ right }) => (right ? 1 : 0));

/** Every answer of a book that was given with a chance; right with a hint is right. */
const saidIn = (book: AnswerBook): Said[] =>
  Object.values(book).flatMap(({ tries }) =>
    tries.flatMap(({ sure, grade }) =>
      sure === undefined ? [] : [{ sure: sure / 100, right: grade !== "wrong" }],
    ),
  );

/** The calibration of whoever gave the answers of a book. */
export function calibrationOf(book: AnswerBook): Calibration {
  const all = saidIn(book);
  const bins = bounds.slice(1).flatMap((end, at): CalibrationBin[] => {
    const from = bounds[at] ?? end;
    const inside = all.filter(({ sure }) => 100 * sure >= from && 100 * sure < end);
    const sure = meanOf(inside.map((one) => one.sure));
    const right = meanOf(hits(inside));
    if (sure === null || right === null) return [];
    return [{ from, to: Math.min(end - 1, 100), count: inside.length, sure, right }];
  });
  return {
    count: all.length,
    loss: meanOf(all.map(logLoss)),
    sure: meanOf(all.map(({ sure }) => sure)),
    right: meanOf(hits(all)),
    bins,
  };
}
