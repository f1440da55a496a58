"use client";
// What a learner's lab opens with, once the data of their run are there.
import { useEffect, useState } from "react";
import { provideFile } from "@/components/lab/provide-file";
import type { Assignment } from "@/labs/assignment/assignment";
import type { Refusal } from "@/labs/fitted";
import { missingFile } from "@/labs/sample";
import type { KeptWork } from "./kept-work";
import { type AssignedStart, workStart } from "./work-start";

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
