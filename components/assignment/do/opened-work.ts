"use client";
// Where a learner's lab opens: at the assignment's run, or at the settings that they left.
import { useEffect, useEffectEvent, useState } from "react";
import { applyChange } from "@/components/lab/training/lab-reducer";
import type { Assigned, Start } from "@/components/lab/training/lab-state";
import { provideFile } from "@/components/lab/training/provide-file";
import type { Assignment } from "@/labs/assignment/assignment";
import { startFor } from "@/labs/assignment/learner-start";
import { missingFile } from "@/labs/data/sample";
import type { Refusal } from "@/labs/run/conflicts";
import { parseRun } from "@/labs/run/link";
import type { KeptWork } from "./kept-work";

/**
 * The start of the lab, once the data of its run are there. Null until then; under a new
 * name, the start before until the new one can be opened.
 */
export function useOpenedWork(
  assignment: Assignment,
  refused: readonly Refusal[],
  name: string,
  work: KeptWork | null,
): AssignedStart | null {
  const startAs = (name: string) =>
    workStart(assignment, name, work?.query ?? "", refused);
  const [opened, setOpened] = useState<AssignedStart | null>(() => {
    const start = startAs(name);
    return missingFile(start.run) === null ? start : null;
  });
  const open = useEffectEvent((name: string) => {
    if (opened?.assigned.name === name) return;
    const start = startAs(name);
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
  });
  useEffect(() => open(name), [name]);
  return opened;
}

type AssignedStart = Start & { assigned: Assigned };

/**
 * The start of an assignment's lab; `name` as `learnerName` gives it, or "", and `query`
 * against where that learner starts. Locked settings are as the assignment has them.
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
  const { run } = applyChange({ lab, run: start, assigned }, parseRun(query, start).run);
  return { lab, run, refused, beside: { kind: "nothing" }, assigned };
}
