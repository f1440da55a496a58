"use client";
// How far the reader has read in each lesson, kept in the browser.
import { createBrowserStore } from "@/components/kit/browser-store";
import { isFields } from "@/content/fields";

/** Where a lesson was left, and what of it was read. */
type Reading = {
  /** The id of the section that was read last. */
  section: string;
  /** When that was, as milliseconds since 1970. */
  at: number;
  /** The ids of the sections that were read to their ends. */
  read: readonly string[];
};

/** By the lesson's slug. */
export type ReadingBook = Readonly<Record<string, Reading>>;

const none: ReadingBook = {};

const isName = (value: unknown): value is string =>
  typeof value === "string" && /^[\p{L}\d-]{1,120}$/u.test(value);

function readOne(value: unknown): Reading | null {
  if (!isFields(value) || !isName(value.section)) return null;
  const { section, at, read } = value;
  if (typeof at !== "number" || !Array.isArray(read) || read.length > 100) return null;
  return { section, at, read: read.filter(isName) };
}

/** Reads a book of places; null where the text is none. What is odd in it is left out. */
export function parseReading(text: string): ReadingBook | null {
  try {
    const book: unknown = JSON.parse(text);
    if (!isFields(book)) return null;
    const places = Object.entries(book).flatMap(([slug, value]) => {
      const reading = isName(slug) ? readOne(value) : null;
      return reading ? [[slug, reading] as const] : [];
    });
    return Object.fromEntries(places);
  } catch {
    return null;
  }
}

const store = createBrowserStore({
  key: "next-pass-reading",
  none,
  parse: parseReading,
  format: (book: ReadingBook) => JSON.stringify(book),
});

/** How far the reader is in each lesson. */
export const useReading = store.useValue;

/** Replaces the book by a later one, made of its newest state. */
export const changeReading = store.change;

/** The book after the reader came to a section of a lesson, having read `ended` to its end. */
export function readTo(
  book: ReadingBook,
  slug: string,
  { section, at, ended }: { section: string; at: number; ended: string | null },
): ReadingBook {
  const read = book[slug]?.read ?? [];
  const isNew = ended !== null && !read.includes(ended);
  return { ...book, [slug]: { section, at, read: isNew ? [...read, ended] : read } };
}

/** The lesson that was read last, and the section where it was left; null for a newcomer. */
export function latestReading(book: ReadingBook): (Reading & { slug: string }) | null {
  const places = Object.entries(book).map(([slug, reading]) => ({ slug, ...reading }));
  return places.toSorted((one, other) => other.at - one.at)[0] ?? null;
}
