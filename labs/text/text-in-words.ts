// The worth of a network that predicts letters, in sentences.

import { counted, fixedText } from "../arithmetic/number-text";
import type { HeldSet } from "../data/sample";
import type { CountName } from "./counts";

/** A loss in nats, as labs report it, in bits. */
export const bitsOf = (loss: number) => loss / Math.LN2;

/** Bits a letter, as pages write them: "2.41". */
export const bitsText = (bits: number) => fixedText(bits, 2);

/** Of how many letters, all alike, a choice would need so many bits. */
export const perplexityOf = (bits: number) => 2 ** bits;

/** The counts in words; `context` letters are seen. */
export const countNames = (context: number): Readonly<Record<CountName, string>> => ({
  letters: "letter frequencies",
  pairs: "counts of letter pairs",
  same: `counts after the same ${counted(context, "letter")}`,
});

/**
 * How bits a letter stand beside those of counts: fewer by a fiftieth at least beat them.
 */
export function besides(bits: number, others: number): "beats" | "draws" | "fails" {
  if (bits < 0.98 * others) return "beats";
  return bits < 1.02 * others ? "draws" : "fails";
}

const listed = (names: readonly string[]) =>
  names.length < 2
    ? names.join()
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** The counts that a run is judged by, from the plainest on. */
export const judging = (context: number): readonly CountName[] =>
  context === 1 ? ["letters", "pairs"] : ["letters", "pairs", "same"];

/** Which counts the network of a run beats with so many bits a letter, in a sentence or two. */
export function verdictText(
  bits: number,
  counts: Readonly<Record<CountName, number>>,
  { context, set }: { context: number; set: HeldSet },
): string {
  if (!Number.isFinite(bits))
    return "The network’s numbers overflowed: it predicts nothing.";
  const names = countNames(context);
  const which = (verdict: "beats" | "draws" | "fails") =>
    judging(context)
      .filter((name) => besides(bits, counts[name]) === verdict)
      .map((name) => `the ${names[name]} (${bitsText(counts[name])})`);
  const parts = [
    [which("beats"), "beats"],
    [which("draws"), "is about as good as"],
    [which("fails"), "does not beat"],
  ] as const;
  const told = parts.flatMap(([which, does]) =>
    which.length > 0 ? [`${does} ${listed(which)}`] : [],
  );
  return `The network needs ${bitsText(bits)} bits for each letter of the ${set} part. It ${listed(told)}.`;
}
