"use client";
// A lab in a page. Until the reader gets near it, it is text: nothing is downloaded.
import {
  type ComponentType,
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  useState,
} from "react";
import { useReached } from "@/components/kit/use-reached";
import type { Assignment } from "@/labs/assignment/assignment";
import type { Lab as LabData } from "@/labs/catalog/lab";
import { type LabId, labs } from "@/labs/catalog/labs";
import { missingFile } from "@/labs/data/sample";
import type { Run } from "@/labs/run/run";
import type { AssignedBenchProps } from "./lab-bench";
import { LabHeading, LabSection, UnclearAssignment, WaitingLab } from "./lab-section";
import type { Opening } from "./opening";
import { provideFile } from "./training/provide-file";
import { Unloaded, unloadedText } from "./unloaded";

const LabBench = lazy(async () => {
  const loaded = await import("./lab-bench").catch(() => null);
  return { default: loaded?.LabBench ?? Unloaded };
});

type Props = {
  id: LabId;
  /** "embed": the run, what is asked of it and the parts to show are in the address. */
  link?: "own" | "embed";
  /** Opens the lab at this run, alone and without its link; not with `link`. */
  start?: Run;
  /** Opens the lab at this assignment, without its own question; not with the two above. */
  asks?: Assignment;
  /** Stands in the bench's place where something is asked. */
  assigned?: ComponentType<AssignedBenchProps>;
  /** Given the lab's run when it opens, and whenever it changes. */
  onRun?: (run: Run) => void;
};

/** A lab by its id: text until the reader is near, then the bench. */
export function Lab(props: Props) {
  const { id, link = "own", start: given, asks, assigned: Assigned, onRun } = props;
  const { element, reached } = useReached<HTMLElement>();
  const lab: LabData = labs[id];
  const claims = asks ? [] : lab.claims;

  async function open(): Promise<Opening> {
    if (link === "embed") {
      const { linkedOpening } = await import("./linked-opening");
      return linkedOpening(lab, link, window.location.search.slice(1));
    }
    const { openingOf } = await import("./opening");
    if (asks) return openingOf(lab, { kind: "asked", assignment: asks });
    return openingOf(lab, given ? { kind: "given", run: given } : { kind: "own" });
  }

  const { opening, problem, retry } = useOpening(open, reached);
  const heading = !asks && <LabHeading lab={lab} as="p" />;
  const waiting = (
    <WaitingLab heading={heading} claims={claims} problem={problem} onRetry={retry} />
  );
  const bench = {
    root: element,
    shownViews: lab.views,
    addressed: false,
    onRun,
  };
  return (
    <LabSection root={element} lab={lab}>
      {opening && opening.unclear.length > 0 ? (
        <UnclearAssignment {...{ heading, unclear: opening.unclear }} />
      ) : opening ? (
        <Suspense fallback={waiting}>
          {Assigned && opening.assignment ? (
            <Assigned
              {...bench}
              {...opening}
              heading={opening.parts.has("question") && heading}
              assignment={opening.assignment}
            />
          ) : (
            <LabBench
              {...bench}
              start={opening.start}
              parts={opening.parts}
              heading={opening.parts.has("question") && heading}
            />
          )}
        </Suspense>
      ) : (
        waiting
      )}
    </LabSection>
  );
}

/** How a lab opens; null until the reader is near and its data are there. */
function useOpening(read: () => Promise<Opening>, near: boolean) {
  const [opening, setOpening] = useState<Opening | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const open = useEffectEvent(async () => {
    const found = await read();
    const file = missingFile(found.start.run);
    return { found, says: file === null ? null : await provideFile(file) };
  });
  useEffect(() => {
    if (!near || problem !== null) return;
    let left = false;
    const told = open().catch(() => ({ found: null, says: unloadedText }));
    void told.then(({ found, says }) => {
      if (left) return;
      if (says === null) setOpening(found);
      else setProblem(says);
    });
    return () => {
      left = true;
    };
  }, [near, problem]);
  return { opening, problem, retry: () => setProblem(null) };
}
