// The answers of a reader, as kept in the browser and in an exported file.
import { isFields } from "../fields";
import { answerText, isAnswerText, longestAnswer } from "./answer-text";
import type { Answer } from "./kinds/kind";
import type { Wording } from "./second-wording";

/** How well a question was answered: what spaced review goes by. */
export const grades = ["wrong", "helped", "right"] as const;

/** "helped": right after a hint. */
export type Grade = (typeof grades)[number];

/** One answer to a question: when, as milliseconds since 1970, and how well. */
export type Try = {
  at: number;
  grade: Grade;
  /** The chance of being right that was given before it was checked, in percent; left out
   * where none was. */
  sure?: number;
};

/** The least and the most that somebody can be sure, in percent, and in what steps. */
export const sureness = { least: 50, most: 100, step: 5 } as const;

/** The answers to one question: the first counts, the latest is shown. */
export type Entry = {
  /** Texts of answers: `readAnswer` reads them, whatever the book's version was. */
  first: string;
  firstRight: boolean;
  /** From seeing the question to the first answer, in milliseconds; null if not known. */
  firstTook: number | null;
  /** How the question was worded then; left out where it was its first wording. */
  wording?: "second";
  latest: string;
  right: boolean;
  /** When the latest answer was given, as milliseconds since 1970. */
  at: number;
  /** Earliest first; of very many, the latest. */
  tries: readonly Try[];
};

/** Entries by the id of their question. */
export type AnswerBook = Readonly<Record<string, Entry>>;

/** The most tries that are kept of a question: the latest. */
export const mostTries = 60;

const limits = { characters: 2_000_000, entries: 5000, tries: mostTries };

/** A time to answer that is longer is not told: somebody was away. */
const longestTime = 60 * 60 * 1000;

/** The last moment that a date can tell; classes take no later one. */
const lastMoment = 8.64e15;

const isMoment = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value <= lastMoment;

const isSureness = (value: unknown): value is number =>
  typeof value === "number" && value >= sureness.least && value <= sureness.most;

const readText = (value: unknown): string | null =>
  typeof value === "string" && isAnswerText(value) ? value : null;

/** The answers of version 1, which knew two kinds and wrote them as objects. */
function readFirstVersion(value: unknown): string | null {
  if (!isFields(value)) return null;
  if (value.kind === "typed" && typeof value.text === "string") {
    return readText(`=${value.text.slice(0, longestAnswer - 1)}`);
  }
  const options: unknown = value.options;
  if (value.kind !== "ticked" || !Array.isArray(options)) return null;
  // Anything else may throw where it is made a text.
  if (options.length > 20 || !options.every(Number.isInteger)) return null;
  const sorted = [...options].sort((one, other) => one - other);
  return readText(sorted.join("-") || "none");
}

function readTries(value: unknown): Try[] | null {
  if (!Array.isArray(value) || value.length > limits.tries) return null;
  const tries = value.flatMap((one: unknown): Try[] => {
    if (!Array.isArray(one)) return [];
    const [at, place, sure]: unknown[] = one;
    const grade = typeof place === "number" ? grades[place] : undefined;
    if (!isMoment(at) || !grade) return [];
    if (sure === undefined) return [{ at, grade }];
    return isSureness(sure) ? [{ at, grade, sure }] : [];
  });
  return tries.length === value.length ? tries : null;
}

/** The part of an entry that tells a wording. */
const wordingIn = (wording: unknown): Pick<Entry, "wording"> =>
  wording === "second" ? { wording } : {};

function readEntry(value: unknown, version: number): Entry | null {
  if (!isFields(value)) return null;
  const read = version === 1 ? readFirstVersion : readText;
  const [first, latest] = [read(value.first), read(value.latest)];
  const { firstRight, right, at, took = null } = value;
  const isWhole =
    typeof firstRight === "boolean" && typeof right === "boolean" && isMoment(at);
  if (!first || !latest || !isWhole) return null;
  if (took !== null && !isMoment(took)) return null;
  const once: Try[] = [{ at, grade: right ? "right" : "wrong" }];
  const tries = version === 1 ? once : readTries(value.tries);
  const firstly = { first, firstRight, firstTook: took, ...wordingIn(value.wording) };
  return tries && { ...firstly, latest, right, at, tries };
}

/** Writes a book as the text of a file. */
export function formatAnswerBook(book: AnswerBook): string {
  const answers = Object.entries(book).map(([id, entry]) => {
    const { first, firstRight, firstTook, wording, latest, right, at, tries } = entry;
    return [
      id,
      {
        ...{ first, firstRight },
        // Earlier versions pass over the wording, too.
        ...{ ...(firstTook !== null && { took: firstTook }), ...wordingIn(wording) },
        ...{ latest, right, at },
        // Earlier versions pass over whatever stands behind the grade.
        tries: tries.map(({ at, grade, sure }) => [
          ...[at, grades.indexOf(grade)],
          ...(sure === undefined ? [] : [sure]),
        ]),
      },
    ] as const;
  });
  return JSON.stringify({ version: 3, answers: Object.fromEntries(answers) });
}

/** Reads a book from a text; null where the text is not wholly a legal book. */
export function parseAnswerBook(text: string): AnswerBook | null {
  if (text.length > limits.characters) return null;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isFields(read) || !isFields(read.answers)) return null;
  const { version } = read;
  if (version !== 1 && version !== 2 && version !== 3) return null;
  const listed = Object.entries(read.answers);
  if (listed.length > limits.entries) return null;
  const book: Record<string, Entry> = {};
  for (const [id, value] of listed) {
    const entry = /^[a-z0-9-]{1,80}$/.test(id) ? readEntry(value, version) : null;
    if (!entry) return null;
    book[id] = entry;
  }
  return book;
}

/** An answer as a page has judged it. */
export type JudgedAnswer = {
  answer: Answer;
  right: boolean;
  /** When it was given, as milliseconds since 1970. */
  at: number;
  /** Whether a hint was shown before. */
  helped?: boolean;
  /** From seeing the question to the answer, in milliseconds. */
  took?: number;
  /** How sure the reader was, in percent; null or left out where that was not said. */
  sure?: number | null;
  /** How the question was worded; left out: its first wording. */
  wording?: Wording;
};

/** The book after one more answer. */
export function record(book: AnswerBook, id: string, judged: JudgedAnswer): AnswerBook {
  const { answer, right, at, helped = false, took = Number.POSITIVE_INFINITY } = judged;
  const { sure = null } = judged;
  const text = answerText(answer);
  const before = Object.hasOwn(book, id) ? book[id] : undefined;
  const grade: Grade = right ? (helped ? "helped" : "right") : "wrong";
  const given: Try = { at, grade, ...(sure !== null && { sure }) };
  const tries = [...(before?.tries ?? []), given].slice(-limits.tries);
  const since = took <= longestTime ? Math.max(0, Math.round(took)) : null;
  const entry: Entry = {
    first: before?.first ?? text,
    firstRight: before?.firstRight ?? right,
    firstTook: before ? before.firstTook : since,
    ...wordingIn(before ? before.wording : judged.wording),
    latest: text,
    ...{ right, at, tries },
  };
  return { ...book, [id]: entry };
}

/** Orders tries by time, and those of one moment from the best to the worst. */
const byTime = (a: Try, b: Try) =>
  a.at - b.at || grades.indexOf(b.grade) - grades.indexOf(a.grade);

/** All tries of both, each once; of two in one moment, the worse. */
function mergedTries(one: readonly Try[], other: readonly Try[]): Try[] {
  const all = [...one, ...other].sort(byTime);
  return [...new Map(all.map((each) => [each.at, each])).values()].slice(-limits.tries);
}

/** When the first of an entry's answers that is still known was given. */
const begun = ({ at, tries }: Entry) => tries[0]?.at ?? at;

/** Both books together; for a question in both, the later latest and the earlier first. */
export function merge(one: AnswerBook, other: AnswerBook): AnswerBook {
  const merged: Record<string, Entry> = { ...one };
  for (const [id, entry] of Object.entries(other)) {
    const known = Object.hasOwn(merged, id) ? merged[id] : undefined;
    if (!known) {
      merged[id] = entry;
      continue;
    }
    const later = known.at <= entry.at ? entry : known;
    const [earlier, { wording: _, ...latest }] = [
      begun(known) <= begun(entry) ? known : entry,
      later,
    ];
    const { first, firstRight, firstTook, wording } = earlier;
    const tries = mergedTries(known.tries, entry.tries);
    merged[id] = {
      ...latest,
      first,
      firstRight,
      firstTook,
      ...wordingIn(wording),
      tries,
    };
  }
  return merged;
}
