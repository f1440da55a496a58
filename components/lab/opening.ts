// How a lab in a page opens: at a run that it is given, or at what a link says, and with
// which of its parts.
import { quoted } from "@/labs/arithmetic/number-text";
import type { Assignment } from "@/labs/assignment/assignment";
import { parseLink } from "@/labs/assignment/assignment-link";
import type { Lab } from "@/labs/catalog/lab";
import { longestLink, momentKey } from "@/labs/run/link";
import type { Run } from "@/labs/run/run";
import type { Start } from "./training/lab-state";

/** Where a lab's run comes from. */
export type RunSource =
  | { kind: "given"; run: Run }
  | { kind: "own" }
  | { kind: "address" | "embed"; query: string };

/** All that a lab opens with. */
export type Opening = {
  start: Start;
  parts: ReadonlySet<LabPart>;
  /** The assignment of the link; null where it only sets a run. */
  assignment: Assignment | null;
};

/** How a lab opens when its run comes from `source`. */
export function openingOf(lab: Lab, source: RunSource): Opening {
  const plain = { lab, refused: [] };
  const own = { parts: allParts, assignment: null };
  switch (source.kind) {
    case "given": {
      const start = { ...plain, run: source.run, beside: { kind: "nothing" } } as const;
      return { start, parts: without(allParts, "link"), assignment: null };
    }
    case "own":
      return { start: { ...plain, run: lab.start, beside: { kind: "lab" } }, ...own };
    default:
      return linked(lab, source.kind, source.query);
  }
}

const without = (parts: ReadonlySet<LabPart>, ...left: readonly LabPart[]) =>
  new Set([...parts].filter((part) => !left.includes(part)));

/** How a link opens a lab. The parts that lead away from its assignment are left out. */
function linked(lab: Lab, kind: "address" | "embed", query: string): Opening {
  const { parts, rest, problem } =
    kind === "embed" ? partsIn(query) : { parts: allParts, rest: query, problem: null };
  const link = momentIn(rest);
  const { assignment, run, refused } = parseLink(link.rest, lab);
  const moment = readMoment(link.text, run);
  const problems = [
    ...(problem === null ? [] : [{ key: "controls", says: problem }]),
    ...(moment.problem === null ? [] : [{ key: momentKey, says: moment.problem }]),
  ];
  const start = { lab, run, refused: [...problems, ...refused], at: moment.at };
  if (!assignment) {
    return { start: { ...start, beside: { kind: "lab" } }, parts, assignment };
  }
  return {
    start: { ...start, beside: { kind: "nothing" } },
    parts: without(parts, "claims", "link"),
    assignment,
  };
}

/** Takes the pass that a link opens at out of it; the link of an assignment has none. */
function momentIn(query: string): { text: string | null; rest: string } {
  const asked = new URLSearchParams(query.length > longestLink ? "" : query);
  const [text, ...others] = asked.getAll(momentKey);
  if (text === undefined || others.length > 0 || asked.has("assignment")) {
    return { text: null, rest: query };
  }
  asked.delete(momentKey);
  return { text, rest: asked.toString() };
}

/** The pass that a text stands for: null for the start, which needs no training. */
function readMoment(text: string | null, { passes }: Run) {
  const pass = text !== null && /^\d{1,7}$/.test(text) ? Number(text) : null;
  if (text === null || (pass !== null && pass <= passes)) {
    return { at: pass === 0 ? null : pass, problem: null };
  }
  const problem = `The pass to open at cannot be ${quoted(text)}: it must be a whole number from 0 to ${passes}.`;
  return { at: null, problem };
}

/** The parts of a lab's page, by their names in the `controls` of a link that embeds it. */
const parts = {
  question: "its title and question",
  claims: "the claims",
  buttons: "Train, Step, Reset, the speed",
  status: "where the run is",
  views: "the views beside the curve",
  curve: "the loss curve",
  settings: "the settings",
  shelf: "the run shelf",
  link: "the link",
} as const;

/** A part of a lab's page. */
export type LabPart = keyof typeof parts;

/** A lab shown whole. */
export const allParts: ReadonlySet<LabPart> = new Set(Object.keys(parts).filter(isPart));

function isPart(text: string): text is LabPart {
  return Object.hasOwn(parts, text);
}

/**
 * Reads a link's `controls`, as in `buttons-curve`, and takes it out of the query: all
 * parts where it is missing, and a sentence where it names something else.
 */
function partsIn(query: string): {
  parts: ReadonlySet<LabPart>;
  rest: string;
  problem: string | null;
} {
  const asked = new URLSearchParams(query);
  const text = asked.get("controls");
  asked.delete("controls");
  const rest = asked.toString();
  if (text === null) return { parts: allParts, rest, problem: null };
  const names = text.slice(0, 200).split("-");
  const known = names.filter(isPart);
  if (known.length === names.length)
    return { parts: new Set(known), rest, problem: null };
  const problem = `“controls” in the link must be some of ${Object.keys(parts).join(", ")}, joined by “-”; the lab is shown whole.`;
  return { parts: allParts, rest, problem };
}
