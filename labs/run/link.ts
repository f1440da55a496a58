// A run written as a query string: the lab's own values are left out.

import { quoted } from "../arithmetic/number-text";
import { type Field, layersIn } from "../field/field";
import type { ReadOwn } from "../formula/read-own";
import { type Refusal, resolveConflicts } from "./conflicts";
import { differs, fields, type Run, settings } from "./run";

/** The longest query that is read at all, in characters. */
export const longestLink = 10_000;

/**
 * The part of a lab's link that says at which pass it opens. It is no part of the run, and
 * the link of an assignment has none.
 */
export const momentKey = "at";

/** What mail programs and networks add to a link to follow its readers. */
const tracking = /^(utm_[\w-]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid)$/;

/**
 * The parts of a link's query: none of one that is too long. An “&amp;” that a page's source
 * left in it is an “&”, and what follows readers is dropped.
 */
export function partsOf(query: string): URLSearchParams {
  const plain = query.length > longestLink ? "" : query.replaceAll("&amp;", "&");
  const asked = new URLSearchParams(plain);
  for (const key of [...asked.keys()]) if (tracking.test(key)) asked.delete(key);
  return asked;
}

const knownKeys: ReadonlySet<string> = new Set(
  settings.map((setting) => fields[setting].key),
);

/** Why a text that looks like a reader's own formula is none, with a space before it. */
function formulaRefusal<T>({ control }: Field<T>, text: string, readOwn: ReadOwn) {
  if (!("own" in control) || control.own === null || /^[\w-]*$/.test(text)) return "";
  const { own, options } = control;
  for (const part of control.kind === "perLayer" ? layersIn(text, options) : [text]) {
    if (options.some(({ value }) => value === part)) continue;
    const read = readOwn(part, own.names);
    // The blank may have been typed as a plus.
    const plus = part.includes(" ") ? " In a link, a plus is written %2B." : "";
    if ("refused" in read) return ` As a formula: ${read.refused}${plus}`;
  }
  return "";
}

/**
 * Reads a query string against a lab's own run. Whatever is missing, unknown or out of
 * bounds keeps the lab's value; each part that was refused is named. Never throws. Readers'
 * own formulas are refused where `readOwn` is left out.
 */
export function parseRunWith(
  readOwn: ReadOwn | undefined,
  query: string,
  base: Run,
): { run: Run; refused: Refusal[] } {
  if (query.length > longestLink) {
    const says = `The link is longer than ${longestLink} characters, so none of it was read.`;
    return { run: base, refused: [{ key: "link", says }] };
  }
  const asked = partsOf(query);
  const refused: Refusal[] = [];
  const run = { ...base };
  const read = <K extends keyof Run>(setting: K) => {
    const field: Field<Run[K]> = fields[setting];
    const text = asked.get(field.key);
    if (text === null) return;
    const value = field.parse(text, readOwn);
    if (value !== null) run[setting] = value;
    else {
      const why = readOwn ? formulaRefusal(field, text, readOwn) : "";
      const says = `${field.label} cannot be ${quoted(text)}: it must be ${field.allowed}.${why}`;
      refused.push({ key: field.key, says });
    }
  };
  for (const setting of settings) read(setting);
  const odd = [...asked.keys()].filter((key, at, keys) => {
    return !knownKeys.has(key) || keys.indexOf(key) !== at;
  });
  if (odd.length > 0) {
    const named = odd.slice(0, 3).map(quoted).join(", ");
    const more = odd.length > 3 ? ` and ${odd.length - 3} more` : "";
    const says = `The link has parts that are no setting, or are one twice: ${named}${more}.`;
    refused.push({ key: "link", says });
  }
  const { run: fit, refused: unfit } = resolveConflicts(run, base);
  return { run: fit, refused: [...refused, ...unfit] };
}

/** The query string (no "?") that `parseRun` reads back as the same run. */
export function formatRun(run: Run, base: Run): string {
  const query = new URLSearchParams();
  const write = <K extends keyof Run>(setting: K) => {
    const field: Field<Run[K]> = fields[setting];
    if (differs(setting, run, base)) query.set(field.key, field.format(run[setting]));
  };
  for (const setting of settings) write(setting);
  return query.toString();
}

/**
 * Where a lab shows a run, as a path of the site; with `at`, as it was after that pass.
 */
export function pathOf(
  { id, start }: { id: string; start: Run },
  run: Run,
  at: number | null = null,
): string {
  const query = [formatRun(run, start), at === null ? "" : `${momentKey}=${at}`];
  const asked = query.filter(Boolean).join("&");
  return `/labs/${id}${asked && `?${asked}`}`;
}
