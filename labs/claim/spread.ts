// How a claim came out on many seeds: `npm run claims` trains them and writes spreads.json,
// and the tests train them again.
import { numberText } from "@/labs/arithmetic/number-text";
import type { Claim } from "./claim";
import { holdsAt } from "./outcome";
import spreads from "./spreads.json" with { type: "json" };

/** On how many seeds a claim is trained. */
export const seedCount = 20;

/** A claim with none of the words “on … of 20 seeds” holds on so many of them. */
export const seedsToHold = 18;

/** The seeds of a claim whose run has `own`: that one first, then 19 others. */
export function seedsFrom(own: number): readonly number[] {
  const others = Array.from({ length: seedCount }, (_, at) => at + 1);
  return [own, ...others.filter((seed) => seed !== own).slice(0, seedCount - 1)];
}

/** A claim's `judgedNumber` on each of `seedsFrom`, as `keptNumber` leaves it. */
export type Spread = readonly (number | null)[];

/** A judged number with as many digits as are kept. */
export const keptNumber = (number: number | null) =>
  number === null ? null : Number(number.toPrecision(4));

const known: Readonly<Record<string, Spread>> = spreads;

/** How a claim came out, by its name in the course; null for one about its own seed alone. */
export const spreadOf = (name: string): Spread | null => known[name] ?? null;

/** On how many seeds a claim held. */
export const heldOn = (claim: Claim, spread: Spread) =>
  spread.filter((number) => holdsAt(claim, number)).length;

/** The words before and after a claim's judged number. */
function wordsAround({ expects }: Claim): readonly [before: string, after: string] {
  switch (expects.of) {
    case "divergence":
      return ["the weights overflowed after pass ", ""];
    case "gap":
      return ["loss held out above train loss by ", ""];
    case "rise":
      return ["validation loss above its lowest by ", ""];
    case "testAccuracy":
      return ["", " % right"];
    case "recall":
      return ["", " % found"];
    case "naiveShare":
      return ["", " % of the naive forecast’s loss"];
    default: {
      const loss = expects.of.replace("Loss", " loss ");
      if ("ends" in expects) return [loss, ""];
      return [`${expects.stays === "below" ? "highest" : "lowest"} ${loss}`, ""];
    }
  }
}

/**
 * A spread in words, as in “train loss 0.063 to 0.113 (bound 0.15)”, and how many runs have
 * no number.
 */
export function spreadText(claim: Claim, spread: Spread): string {
  const numbers = spread.filter((number) => number !== null);
  const [before, after] = wordsAround(claim);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)].map((number) =>
    numberText(number),
  );
  const bound = "bound" in claim.expects ? ` (bound ${claim.expects.bound})` : "";
  const span = `${before}${least === most ? least : `${least} to ${most}`}${after}${bound}`;
  const none = spread.length - numbers.length;
  const how = claim.expects.of === "divergence" ? "came to their end" : "diverged";
  return [numbers.length > 0 && span, none > 0 && `${none} ${how}`]
    .filter(Boolean)
    .join("; ");
}
