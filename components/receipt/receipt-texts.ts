// Finds the receipts in a text: links, bare receipts, many of them, broken by mail
// programs anywhere. The checksum of a receipt tells where it ends.

import { longestPacked } from "@/labs/receipt/receipt";
import type { ClassReceipt } from "./receipt-address";
import { type Candidate, piecesOf } from "./receipt-pieces";
import { isWholeReceipt } from "./whole-receipt";

export type Found = {
  /** Packed receipts, damaged ones among them. */
  packed: string[];
  classLinks: ClassReceipt[];
  /** How many were longer than any receipt that is read. */
  tooLong: number;
};

/** A shorter text is an ordinary word. */
const shortest = 60;

/** How often the end of one receipt is looked for, piece by piece. */
const most = { pieces: 120, characters: 10_000, dropped: 8, joined: 4, tries: 3000 };

/** A count of tries that the receipts of one text share. */
type Left = { tries: number };

async function isWhole(text: string, left: Left): Promise<boolean> {
  if (text.length < shortest || text.length > longestPacked || left.tries <= 0) {
    return false;
  }
  left.tries -= 1;
  return isWholeReceipt(text);
}

/** The whole receipt that a candidate begins; null where no end makes it whole. */
async function wholeOf(candidate: Candidate, left: Left): Promise<string | null> {
  const { begins, follows } = candidate;
  const all = begins + follows.join("");
  if (await isWhole(all, left)) return all;
  let grown = begins;
  for (const piece of follows.slice(0, most.pieces)) {
    if (grown.length > most.characters) break;
    if (await isWhole(grown, left)) return grown;
    grown += piece;
  }
  for (let dropped = 1; dropped <= Math.min(most.dropped, follows.length); dropped += 1) {
    const shorter = begins + follows.slice(0, -dropped).join("");
    if (await isWhole(shorter, left)) return shorter;
  }
  return null;
}

const joined = (one: Candidate, next: Candidate): Candidate => ({
  ...one,
  follows: [...one.follows, next.begins, ...next.follows],
});

/** The whole receipt at a place of the list, and how many candidates it takes up. */
async function wholeAt(candidates: readonly Candidate[], at: number, left: Left) {
  let candidate = candidates[at]!;
  for (let taken = 1; taken <= most.joined; taken += 1) {
    const whole = await wholeOf(candidate, left);
    if (whole) return { whole, taken };
    const next = candidates[at + taken];
    if (!next?.goesOn) break;
    candidate = joined(candidate, next);
  }
  return { whole: null, taken: 1 };
}

/** Finds what a text holds, in its order; each receipt as often as it is there. */
export async function receiptsIn(text: string): Promise<Found> {
  const { candidates, classLinks, headless } = piecesOf(text);
  const found: Found = { packed: [], classLinks, tooLong: 0 };
  const left = { tries: most.tries };
  for (let at = 0; at < candidates.length; ) {
    const { begins, follows, linked } = candidates[at]!;
    const { whole, taken } = await wholeAt(candidates, at, left);
    const all = begins + follows.join("");
    at += taken;
    if (whole) found.packed.push(whole);
    else if (all.length > longestPacked) found.tooLong += 1;
    else if (linked || all.length >= shortest) found.packed.push(all);
  }
  if (headless && headless.length > longestPacked) found.tooLong += 1;
  else if (headless && headless.length >= shortest) found.packed.push(headless);
  return found;
}
