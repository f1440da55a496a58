"use client";
// Where a learner's lab opens: at the assignment's run, or at the settings that they left.
import { useEffect, useEffectEvent, useState } from "react";
import { applyChange } from "@/components/lab/training/lab-reducer";
import type { Assigned, Start } from "@/components/lab/training/lab-state";
import { provideFile } from "@/components/lab/training/provide-file";
import type { Assignment } from "@/labs/assignment/assignment";
import { type Learner, startFor } from "@/labs/assignment/learner-start";
import { missingFile } from "@/labs/data/sample";
import type { Refusal } from "@/labs/run/conflicts";
import { pathOf } from "@/labs/run/link";
import { parseRun } from "@/labs/run/open-link";
import type { KeptWork } from "./kept-work";

type AssignedStart = Start & { assigned: Assigned };

/** A start, and whose it is: for others the lab opens anew. */
type Opened = { whose: string; start: AssignedStart };

/**
 * The start of the lab, once the data of its run are there. Null until then; for another
 * learner, the start before until the new one can be opened. It stays where the class
 * changes what the assignment asks of the same run.
 */
export function useOpenedWork(
  assignment: Assignment,
  refused: readonly Refusal[],
  learner: Learner,
  work: KeptWork | null,
): Opened | null {
  const { lab, run, lock } = assignment;
  const { name, id = "", former = false } = learner;
  const whose = [pathOf(lab, run), lock.join("-"), id, name, former].join();
  const startNow = () => workStart(assignment, learner, work?.query ?? "", refused);
  const [opened, setOpened] = useState<Opened | null>(() => {
    const start = startNow();
    return missingFile(start.run) === null ? { whose, start } : null;
  });
  const open = useEffectEvent((whose: string) => {
    if (opened?.whose === whose) return;
    const start = startNow();
    const file = missingFile(start.run);
    if (file === null) return setOpened({ whose, start });
    let left = false;
    void provideFile(file).then((says) => {
      if (left) return;
      if (says === null) return setOpened({ whose, start });
      const missing = [...refused, { key: "data", says }];
      setOpened({ whose, start: workStart(assignment, learner, "", missing) });
    });
    return () => {
      left = true;
    };
  });
  useEffect(() => open(whose), [whose]);
  return opened;
}

/**
 * The start of an assignment's lab; the learner's name may be "", and `query` is against
 * where they start. Locked settings are as the assignment has them.
 */
export function workStart(
  assignment: Assignment,
  learner: Learner,
  query: string,
  refused: readonly Refusal[],
): AssignedStart {
  const { lab } = assignment;
  const { name, id: learnerId, former } = learner;
  const start = name === "" ? assignment.run : startFor(assignment, learner);
  const assigned = { assignment, name, learnerId, former, start };
  const { run } = applyChange({ lab, run: start, assigned }, parseRun(query, start).run);
  return { lab, run, refused, beside: { kind: "nothing" }, assigned };
}
