// The search over the course: made while the site is built, asked in the browser. The only
// importer of minisearch.
import MiniSearch, { type SearchResult } from "minisearch";

/** One place of the course that a search may lead to. */
export type Place = {
  kind: "term" | "lesson" | "lab" | "question";
  title: string;
  /** Where it stands, in words, such as its lesson. */
  where: string;
  href: string;
  /** Its words, as the reader may see them anywhere. */
  text: string;
};

/** A place with what it is found by, too, and never shown: other names, what would tell. */
export type Entry = Place & { also: string };

const options = {
  fields: ["title", "also", "text"],
  storeFields: ["kind", "title", "where", "href", "text"],
  searchOptions: {
    boost: { title: 4, also: 3 },
    prefix: true,
    // A letter wrong in a word of six.
    fuzzy: (word: string) => (word.length > 5 ? 1 : false),
    combineWith: "AND" as const,
    boostDocument: (_: unknown, __: string, stored?: Record<string, unknown>) =>
      weights.get(stored?.kind) ?? 1,
  },
};

/** Who looks a word up wants what it means first, then where it is taught. */
const weights: ReadonlyMap<unknown, number> = new Map([
  ["term", 2],
  ["lab", 1.5],
  ["lesson", 1],
  ["question", 0.6],
]);

/** The index of some entries, to be sent as JSON. */
export function searchIndexOf(entries: readonly Entry[]): string {
  const index = new MiniSearch<Entry>(options);
  index.addAll(entries.map((entry, id) => ({ id, ...entry })));
  return JSON.stringify(index);
}

/** A piece of text, and whether it is what was looked for. */
export type Piece = { text: string; found: boolean };

/** A place that was found: its title, and the part of its text that speaks of it. */
export type Finding = Omit<Place, "title" | "text"> & {
  title: readonly Piece[];
  excerpt: readonly Piece[];
};

/** The longest query that is read, in characters: each word of it costs time. */
export const longestQuery = 200;

/** Finds places by words, the best first. */
export type Search = (query: string) => Finding[];

/** How many places one search gives. */
const most = 12;

/** The search by an index that `searchIndexOf` wrote. Throws where the text is none. */
export function openSearch(json: string): Search {
  const index = MiniSearch.loadJSON<Entry>(json, options);
  return (text) => {
    const query = text.slice(0, longestQuery);
    const all = index.search(query);
    const found = all.length > 0 ? all : index.search(query, { combineWith: "OR" });
    const name = query.trim().toLowerCase();
    // Whoever types a whole name wants that place, and not a longer name that begins so.
    const isNamed = ({ title }: SearchResult) => String(title).toLowerCase() === name;
    const sorted = found.toSorted(
      (one, other) => Number(isNamed(other)) - Number(isNamed(one)),
    );
    return sorted.slice(0, most).map(findingOf);
  };
}

const isKind = (text: unknown): text is Place["kind"] => weights.has(text);

function findingOf({ kind, title, where, href, text, terms }: SearchResult): Finding {
  const words = terms.toSorted((one, other) => other.length - one.length);
  return {
    kind: isKind(kind) ? kind : "lesson",
    where: String(where),
    href: String(href),
    title: marked(String(title), words),
    excerpt: marked(excerptOf(String(text), words), words),
  };
}

/** Escapes what means something in a pattern, and nothing else: `u` refuses more. */
const literal = (word: string) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** A word of the index as it may stand in a text: from the beginning of a word to its end. */
const standing = (words: readonly string[], flags: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.map(literal).join("|")})(?![\\p{L}\\p{N}])`,
    flags,
  );

const before = 50;
const length = 150;

/** The part of a text around the first of some words; its beginning where there is none. */
function excerptOf(text: string, words: readonly string[]): string {
  const at = Math.max(text.search(standing(words, "iu")), 0);
  const from = at <= before ? 0 : text.indexOf(" ", at - before) + 1;
  const rest = text.slice(from);
  const part =
    rest.length <= length ? rest : `${rest.slice(0, length).replace(/\s\S*$/, "")} …`;
  return from > 0 ? `… ${part}` : part;
}

/** A text in pieces, so that those which were looked for can be set off. */
function marked(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(standing(words, "giu"))) {
    if (index > at) pieces.push({ text: text.slice(at, index), found: false });
    pieces.push({ text: found, found: true });
    at = index + found.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false });
  return pieces;
}
