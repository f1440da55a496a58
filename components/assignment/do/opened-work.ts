"use client";
import { useEffect, useState } from "react";
import { taken } from "@/components/lab/training/lab-reducer";
import type { Assigned, Start } from "@/components/lab/training/lab-state";
import { provideFile } from "@/components/lab/training/provide-file";
import type { Assignment } from "@/labs/assignment/assignment";
import { startFor } from "@/labs/assignment/learner-start";
import type { Refusal } from "@/labs/fitted";
import { parseRun } from "@/labs/link";
import { missingFile } from "@/labs/sample";
import type { KeptWork } from "./kept-work";

// What a learner's lab opens with, once the data of their run are there.

/**
 * Null until there is something to open; under a new name, what was open before until the
 * new one can be.
 */
export function useOpenedWork(
  assignment: Assignment,
  refused: readonly Refusal[],
  name: string,
  work: KeptWork | null,
): AssignedStart | null {
  const startNow = () => workStart(assignment, name, work?.query ?? "", refused);
  const [opened, setOpened] = useState<AssignedStart | null>(() => {
    const start = startNow();
    return missingFile(start.run) === null ? start : null;
  });
  useEffect(() => {
    if (opened?.assigned.name === name) return;
    const start = startNow();
    const file = missingFile(start.run);
    if (file === null) return setOpened(start);
    let left = false;
    void provideFile(file).then((says) => {
      if (left) return;
      if (says === null) return setOpened(start);
      setOpened(workStart(assignment, name, "", [...refused, { key: "data", says }]));
    });
    return () => {
      left = true;
    };
  }, [name]);
  return opened;
}

// Where a learner opens an assignment: at its run, or at what they had set.

type AssignedStart = Start & { assigned: Assigned };

/**
 * What the lab of an assignment opens with; `name` as `learnerName` gives it, or "", and
 * `query` against where that learner starts. What is locked is as it must be.
 */
export function workStart(
  assignment: Assignment,
  name: string,
  query: string,
  refused: readonly Refusal[],
): AssignedStart {
  const { lab } = assignment;
  const start = name === "" ? assignment.run : startFor(assignment, name);
  const assigned = { assignment, name, start };
  const { run } = taken({ lab, run: start, assigned }, parseRun(query, start).run);
  return { lab, run, refused, beside: { kind: "nothing" }, assigned };
}
