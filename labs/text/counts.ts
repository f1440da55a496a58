// Foretelling letters without training: by how often they were seen.

import { alphabet, placesOf } from "../data/alphabet";
import type { Sample } from "../data/sample";
import { textOfRun } from "../data/text";
import type { Run } from "../run/run";

/** The things counted: single letters, pairs, or what followed the letters that the network sees. */
export type CountName = "letters" | "pairs" | "same";

/**
 * So many letters as the shorter counts expect them are added to those seen after some
 * letters: what was never seen is then rare, not impossible.
 */
const added = 6;

type Counts = { after: Map<number, number>; with: Map<number, number> };

/** A number for the `count` letters before place `end`: no other letters have it. */
function codeOf(places: Int32Array, end: number, count: number): number {
  let code = 0;
  for (let at = end - count; at < end; at += 1)
    code = code * alphabet.length + places[at]!;
  return code;
}

const plusOne = (counts: Map<number, number>, code: number) =>
  counts.set(code, (counts.get(code) ?? 0) + 1);

/**
 * The mean of −log₂ p over the places from `tested` on, where p is the probability that
 * counts give to the letter there: of what followed the `seen` letters before it in the
 * places from `from` to `tested`, smoothed by the counts after one letter less, down to
 * those of single letters and to all letters alike.
 * Source: MacKay and Peto, "A Hierarchical Dirichlet Language Model" (1995).
 */
export function countedBits(
  places: Int32Array,
  { from, tested, seen }: { from: number; tested: number; seen: number },
): number {
  const tables = Array.from({ length: seen + 1 }, (): Counts => {
    return { after: new Map(), with: new Map() };
  });
  for (let at = from; at < tested; at += 1) {
    tables.forEach((table, length) => {
      plusOne(table.after, codeOf(places, at, length));
      plusOne(table.with, codeOf(places, at + 1, length + 1));
    });
  }
  let sum = 0;
  for (let at = tested; at < places.length; at += 1) {
    const share = tables.reduce((shorter, table, length) => {
      const all = table.after.get(codeOf(places, at, length)) ?? 0;
      const these = table.with.get(codeOf(places, at + 1, length + 1)) ?? 0;
      return (these + added * shorter) / (all + added);
    }, 1 / alphabet.length);
    sum -= Math.log2(share);
  }
  return sum / (places.length - tested);
}

/** Bits a letter over the held part of a run, by each kind of counts of its training part. */
export function baselinesOf(
  run: Run,
  { train, held }: Pick<Sample, "train" | "held">,
): Readonly<Record<CountName, number>> {
  const { context } = run;
  const places = placesOf(textOfRun(run)).subarray(0, context + train + held);
  const bits = (seen: number) =>
    countedBits(places, { from: context, tested: context + train, seen });
  const pairs = bits(1);
  return { letters: bits(0), pairs, same: context === 1 ? pairs : bits(context) };
}
