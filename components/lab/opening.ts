"use client";
import { useEffect, useRef, useState } from "react";
import type { Assignment } from "@/labs/assignment/assignment";
import { parseLink } from "@/labs/assignment/assignment-link";
import { type Claim, claimedRun } from "@/labs/claim";
import type { Lab } from "@/labs/lab";
import type { Run } from "@/labs/run";
import { missingFile } from "@/labs/sample";
import type { Start } from "./training/lab-state";
import { provideFile } from "./training/provide-file";

// What a lab in a page opens with: a claim, a run that it is given, or what the link says.

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

// When a lab opens: once the reader is near it and its data are there.

/** Whether the element has ever come within reach of the screen. */
export function useReached<E extends Element>() {
  const element = useRef<E>(null);
  const [reached, setReached] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setReached(true);
        observer.disconnect();
      },
      { rootMargin: "200px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, reached };
}

type Opening = {
  start: Start;
  parts: ReadonlySet<Part>;
  /** What the link asks for; null where it only sets a run. */
  assignment: Assignment | null;
};

/** What a lab opens with; null until the reader is near and its data are there. */
export function useOpening(open: () => Opening, near: boolean) {
  const [opening, setOpening] = useState<Opening | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [tries, setTries] = useState(1);
  useEffect(() => {
    if (!near) return;
    const found = open();
    const file = missingFile(found.start.run);
    if (file === null) return setOpening(found);
    let left = false;
    void provideFile(file).then((says) => {
      if (left) return;
      if (says === null) setOpening(found);
      else setProblem(says);
    });
    return () => {
      left = true;
    };
  }, [near, tries]);
  function retry() {
    setProblem(null);
    setTries(tries + 1);
  }
  return { opening, problem, retry };
}

// The parts of a lab's page, for those who embed only some of them.

/** Each part by its name in a link's `controls`. */
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

export type Part = keyof typeof parts;

export const allParts: ReadonlySet<Part> = new Set(Object.keys(parts).filter(isPart));

function isPart(text: string): text is Part {
  return Object.hasOwn(parts, text);
}

/**
 * Reads a link's `controls`, as in `buttons-curve`, and takes it out of the query: all
 * parts where it is missing, and a sentence where it names something else.
 */
function partsIn(query: string): {
  parts: ReadonlySet<Part>;
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
