// Cuts a text that somebody pasted, or a file, into what may be receipts.
import type { ClassReceipt } from "./receipt-address";

/** A text that may be a receipt, and the pieces behind it that may belong to it. */
export type Candidate = {
  begins: string;
  /** What follows with nothing but white space between. */
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

const link = /receipt(?:#|%23)([\w-]+)/;
const linkToClass =
  /receipt(?:#|%23)class(?:=|%3D)([\w-]{16,40})(?:\/|%2F)([\w-]{16,40})/i;

/** How a packed receipt begins, whichever browser made it: the head of RFC 1950. */
const head = /^e(?:J[w-z]|A[Q-Za-f]|F[4-7]|N[o-r])[\w-]*$/;

/** Behind the "#" of a link that was broken within its address. */
const brokenLink = /#(e[AFJN][\w-]*)$/;

/** Four times what a list holds; a text of more is no text of receipts. */
const mostCandidates = 2000;

const plain = /^[\w-]+$/;

/**
 * What a text holds that may be receipts, in order, and links of a class's receipts;
 * `headless` is the text in one piece where it may be one receipt without its beginning.
 */
export function piecesOf(text: string) {
  const clean = text.replace(unseen, "").replace(/\r\n?/g, "\n").replace(ofMail, "");
  const candidates: (Candidate & { follows: string[] })[] = [];
  const classLinks: ClassReceipt[] = [];
  /** What may go on with the next piece; null behind any other word. */
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
