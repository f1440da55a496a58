// Finds the receipts in a text: links, bare receipts, many of them, broken by mail
// programs anywhere. The text is cut into pieces that may be receipts, and the checksum of
// a receipt tells where it ends.
import { bytesOf } from "@/labs/arithmetic/base64";
import { inflated, mostBytes } from "@/labs/receipt/packed";
import { longestPacked } from "@/labs/receipt/receipt";
import type { ClassReceipt } from "./receipt-address";

type Found = {
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

/** The receipts of a text, in its order, each as often as it is there. */
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

/** A text that may be a receipt, and the pieces behind it that may belong to it. */
type Candidate = {
  begins: string;
  /** The next pieces, with nothing but white space between. */
  follows: readonly string[];
  /** Whether it stood in a link, so that it is a receipt, if perhaps a damaged one. */
  linked: boolean;
  /** Whether it may as well belong to the one before: a break can fall anywhere. */
  goesOn: boolean;
};

/** Characters that are not seen, and that mail programs put into long words. */
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Marks of a quoted mail, and of a line that its program broke. */
const ofMail = /^[> \t]+|=$/gm;

const word = /[^\s,;|"'`<>()[\]{}“”‘’«»]+/g;

const link = /receipt\/?(?:#|%23)([\w-]+)/;
const linkToClass =
  /receipt\/?(?:#|%23)class(?:=|%3D)([\w-]{16,40})(?:\/|%2F)([\w-]{16,40})/i;

/** How a packed receipt begins, whichever browser made it: the head of RFC 1950. */
const head = /^e(?:J[w-z]|A[Q-Za-f]|F[4-7]|N[o-r])[\w-]*$/;

/** Behind the "#" of a link that was broken within its address. */
const brokenLink = /#(e[AFJN][\w-]*)$/;

/** Four times what a list holds; a text of more is no text of receipts. */
const mostCandidates = 2000;

const plain = /^[\w-]+$/;

/**
 * Cuts a text into pieces that may be receipts, in order, and links of a class's receipts;
 * `headless` is the text in one piece where it may be one receipt without its beginning.
 */
function piecesOf(text: string) {
  const clean = text.replace(unseen, "").replace(/\r\n?/g, "\n").replace(ofMail, "");
  const candidates: (Candidate & { follows: string[] })[] = [];
  const classLinks: ClassReceipt[] = [];
  /** The candidate's pieces, while the next may belong to it; null behind any other word. */
  let open: string[] | null = null;
  let end = 0;
  for (const { 0: piece, index } of clean.matchAll(word)) {
    if (candidates.length + classLinks.length === mostCandidates) break;
    if (clean.slice(end, index).trim() !== "") open = null;
    end = index + piece.length;
    const [, classId, receiptId] = linkToClass.exec(piece) ?? [];
    const linked = link.exec(piece) ?? brokenLink.exec(piece);
    if (classId && receiptId) classLinks.push({ classId, receiptId });
    const begins = classId ? null : (linked?.[1] ?? head.exec(piece)?.[0]);
    if (begins) {
      const follows: string[] = [];
      const goesOn = open !== null && linked === null;
      candidates.push({ begins, follows, linked: linked !== null, goesOn });
      open = piece.endsWith(begins) ? follows : null;
    } else if (open && !classId && plain.test(piece)) open.push(piece);
    else open = null;
  }
  const found = candidates.length + classLinks.length > 0;
  const joined = found ? "" : clean.replace(/\s+/gu, "");
  return { candidates, classLinks, headless: plain.test(joined) ? joined : null };
}

/** Whether a text is a packed receipt from its first character to its last. */
async function isWholeReceipt(text: string): Promise<boolean> {
  const small = bytesOf(text);
  return small !== null && (await inflated(small, mostBytes)) !== null;
}
