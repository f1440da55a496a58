// What a lab in a page opens with: a claim, a run that it is given, or what the link says.
import { parseLink } from "@/labs/assignment/assignment-link";
import { type Claim, claimedRun } from "@/labs/claim";
import type { Lab } from "@/labs/lab";
import type { Run } from "@/labs/run";
import { allParts, type Part, partsIn } from "./parts";
import type { Opening } from "./use-opening";

/** Where a lab's run comes from; see `Lab`. */
export type Source =
  | { kind: "claim"; claim: Claim }
  | { kind: "given"; run: Run }
  | { kind: "own" }
  | { kind: "address" | "embed"; query: string };

const without = (parts: ReadonlySet<Part>, ...left: readonly Part[]) =>
  new Set([...parts].filter((part) => !left.includes(part)));

/** What a link opens. The parts of a lab that lead away from its assignment are left out. */
function linked(lab: Lab, kind: "address" | "embed", query: string): Opening {
  const { parts, rest, problem } =
    kind === "embed" ? partsIn(query) : { parts: allParts, rest: query, problem: null };
  const { assignment, run, refused } = parseLink(rest, lab);
  const all =
    problem === null ? refused : [{ key: "controls", says: problem }, ...refused];
  const start = { lab, run, refused: all };
  if (!assignment) {
    return { start: { ...start, beside: { kind: "lab" } }, parts, assignment };
  }
  return {
    start: { ...start, beside: { kind: "nothing" } },
    parts: without(parts, "claims", "link"),
    assignment,
  };
}

export function openingOf(lab: Lab, source: Source): Opening {
  const plain = { lab, refused: [] };
  const own = { parts: allParts, assignment: null };
  switch (source.kind) {
    case "claim": {
      const run = claimedRun(source.claim, lab.start);
      return { start: { ...plain, run, beside: { kind: "nothing" } }, ...own };
    }
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
