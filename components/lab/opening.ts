// How a lab in a page opens: at a run of its own or one that it is given, and with which of
// its parts. What a link says is read apart.
import type { Assignment } from "@/labs/assignment/assignment";
import type { Lab } from "@/labs/catalog/lab";
import type { Refusal } from "@/labs/run/conflicts";
import type { Run } from "@/labs/run/run";
import type { Start } from "./training/lab-state";

/** Where a lab's run comes from, if from no link. */
export type RunSource =
  | { kind: "given"; run: Run }
  | { kind: "asked"; assignment: Assignment }
  | { kind: "own" };

/** All that a lab opens with. */
export type Opening = {
  start: Start;
  parts: ReadonlySet<LabPart>;
  /** The assignment of the link; null where it only sets a run. */
  assignment: Assignment | null;
  /** Why what the link asks for cannot begin; nothing where it can, or asks for nothing. */
  unclear: readonly Refusal[];
};

/** How a lab opens when its run comes from `source`. */
export function openingOf(lab: Lab, source: RunSource): Opening {
  const plain = { lab, refused: [] };
  if (source.kind === "own") {
    const start = { ...plain, run: lab.start, beside: { kind: "lab" } } as const;
    return { start, parts: allParts, assignment: null, unclear: [] };
  }
  const asked = source.kind === "asked" ? source.assignment : null;
  const run = source.kind === "asked" ? source.assignment.run : source.run;
  const start = { ...plain, run, beside: { kind: "nothing" } } as const;
  return {
    start,
    parts: without(allParts, "link", ...(asked ? (["claims"] as const) : [])),
    assignment: asked,
    unclear: [],
  };
}

/** All parts but some. */
export const without = (parts: ReadonlySet<LabPart>, ...left: readonly LabPart[]) =>
  new Set([...parts].filter((part) => !left.includes(part)));

/** The parts of a lab's page, by their names in the `controls` of a link that embeds it. */
export const labParts = {
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
export type LabPart = keyof typeof labParts;

/** A lab shown whole. */
export const allParts: ReadonlySet<LabPart> = new Set(
  Object.keys(labParts).filter(isPart),
);

/** Whether a text names a part. */
export function isPart(text: string): text is LabPart {
  return Object.hasOwn(labParts, text);
}
