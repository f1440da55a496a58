// What a reader has answered, as kept in the browser and in an exported file.
import { isFields } from "./fields";
import type { Answer } from "./question";

/** The answers to one question: the first counts, the latest is shown. */
export type Entry = {
  first: Answer;
  firstRight: boolean;
  latest: Answer;
  right: boolean;
  /** When the latest answer was given, as milliseconds since 1970. */
  at: number;
};

/** Entries by the id of their question. */
export type AnswerBook = Readonly<Record<string, Entry>>;

const limits = { characters: 1_000_000, entries: 5000, ticks: 20, text: 200 };

const isPosition = (value: unknown): value is number =>
  typeof value === "number" &&
  Number.isInteger(value) &&
  value >= 0 &&
  value < limits.ticks;

function readAnswer(value: unknown): Answer | null {
  if (!isFields(value)) return null;
  if (value.kind === "typed" && typeof value.text === "string") {
    return { kind: "typed", text: value.text.slice(0, limits.text) };
  }
  const options: unknown = value.options;
  return value.kind === "ticked" &&
    Array.isArray(options) &&
    options.length <= limits.ticks &&
    options.every(isPosition)
    ? { kind: "ticked", options }
    : null;
}

function readEntry(value: unknown): Entry | null {
  if (!isFields(value)) return null;
  const first = readAnswer(value.first);
  const latest = readAnswer(value.latest);
  const { firstRight, right, at } = value;
  return first &&
    latest &&
    typeof firstRight === "boolean" &&
    typeof right === "boolean" &&
    typeof at === "number" &&
    Number.isFinite(at)
    ? { first, firstRight, latest, right, at }
    : null;
}

/** Writes a book as the text of a file. */
export function formatAnswerBook(book: AnswerBook): string {
  return JSON.stringify({ version: 1, answers: book });
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
  if (!isFields(read) || read.version !== 1 || !isFields(read.answers)) return null;
  const listed = Object.entries(read.answers);
  if (listed.length > limits.entries) return null;
  const book: Record<string, Entry> = {};
  for (const [id, value] of listed) {
    const entry = /^[a-z0-9-]{1,80}$/.test(id) ? readEntry(value) : null;
    if (!entry) return null;
    book[id] = entry;
  }
  return book;
}

/** The book after one more answer. */
export function record(
  book: AnswerBook,
  id: string,
  answer: Answer,
  right: boolean,
  at: number,
): AnswerBook {
  const before = book[id];
  const first = before?.first ?? answer;
  const firstRight = before?.firstRight ?? right;
  return { ...book, [id]: { first, firstRight, latest: answer, right, at } };
}

/** Both books together; for a question in both, the later latest and the earlier first. */
export function merge(one: AnswerBook, other: AnswerBook): AnswerBook {
  const merged: Record<string, Entry> = { ...one };
  for (const [id, entry] of Object.entries(other)) {
    const known = merged[id];
    if (!known) merged[id] = entry;
    else {
      const [earlier, later] = known.at <= entry.at ? [known, entry] : [entry, known];
      merged[id] = { ...later, first: earlier.first, firstRight: earlier.firstRight };
    }
  }
  return merged;
}
