// How a link opens a lab. It reads assignments and readers' own formulas, which most pages
// can do without.
import { quoted } from "@/labs/arithmetic/number-text";
import { parseLink, unclearParts } from "@/labs/assignment/assignment-link";
import type { Lab } from "@/labs/catalog/lab";
import { momentKey, partsOf } from "@/labs/run/link";
import type { Run } from "@/labs/run/run";
import {
  allParts,
  isPart,
  type LabPart,
  labParts,
  type Opening,
  without,
} from "./opening";

/**
 * How a link opens a lab: that of its page, or one that embeds it and may name the parts to
 * show. The parts that lead away from an assignment are left out.
 */
export function linkedOpening(
  lab: Lab,
  kind: "address" | "embed",
  query: string,
): Opening {
  const { parts, rest, problem } =
    kind === "embed" ? partsIn(query) : { parts: allParts, rest: query, problem: null };
  const link = momentIn(rest);
  const read = parseLink(link.rest, lab);
  const { assignment, run, refused } = read;
  const unclear = unclearParts(read);
  const moment = readMoment(link.text, run);
  const problems = [
    ...(problem === null ? [] : [{ key: "controls", says: problem }]),
    ...(moment.problem === null ? [] : [{ key: momentKey, says: moment.problem }]),
  ];
  const start = { lab, run, refused: [...problems, ...refused], at: moment.at };
  if (!assignment) {
    return { start: { ...start, beside: { kind: "lab" } }, parts, assignment, unclear };
  }
  return {
    start: { ...start, beside: { kind: "nothing" } },
    parts: without(parts, "claims", "link"),
    assignment,
    unclear,
  };
}

/** Takes the pass that a link opens at out of it; the link of an assignment has none. */
function momentIn(query: string): { text: string | null; rest: string } {
  const asked = partsOf(query);
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

/**
 * Reads a link's `controls`, as in `buttons-curve`, and takes it out of the query: all
 * parts where it is missing, and a sentence where it names something else.
 */
function partsIn(query: string): {
  parts: ReadonlySet<LabPart>;
  rest: string;
  problem: string | null;
} {
  const asked = partsOf(query);
  const text = asked.get("controls");
  if (text === null) return { parts: allParts, rest: query, problem: null };
  asked.delete("controls");
  const rest = asked.toString();
  const names = text.slice(0, 200).split("-");
  const known = names.filter(isPart);
  if (known.length === names.length)
    return { parts: new Set(known), rest, problem: null };
  const problem = `“controls” in the link must be some of ${Object.keys(labParts).join(", ")}, joined by “-”; the lab is shown whole.`;
  return { parts: allParts, rest, problem };
}
