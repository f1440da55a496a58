"use client";
// A lab with an assignment: the learner's name decides where it opens.
import { useMemo, useRef, useState } from "react";
import { useJoinedClass } from "@/components/class/learner/joined-classes";
import lab from "@/components/lab/lab.module.css";
import { type BenchProps, LabBench } from "@/components/lab/lab-bench";
import type { Assignment } from "@/labs/assignment/assignment";
import { linkOf } from "@/labs/assignment/assignment-link";
import { AssignmentPanel } from "./assignment-panel";
import { keepWork, useWork } from "./kept-work";
import { useOpenedWork } from "./opened-work";

/** A lab's bench under the panel of the assignment that its link asks for. */
export function AssignedLab(props: BenchProps & { assignment: Assignment }) {
  const { assignment, start, root } = props;
  const link = useMemo(() => linkOf(assignment), [assignment]);
  const joined = useJoinedClass(link);
  const work = useWork(link);
  const [typed, setTyped] = useState(work?.name ?? "");
  const name = joined?.name ?? typed;
  const opened = useOpenedWork(assignment, start.refused, name, work);
  const named = useRef(false);

  function take(next: string) {
    named.current = true;
    keepWork({ link, name: next, query: work?.query ?? "", pass: 0 });
    setTyped(next);
  }

  if (!opened) {
    return (
      <div className={lab.bench}>
        <p className={lab.waiting}>Loading…</p>
      </div>
    );
  }
  const { assigned } = opened;
  const className = joined?.className ?? null;
  return (
    <LabBench
      key={assigned.name}
      {...props}
      start={opened}
      above={(controls, aside) => (
        <AssignmentPanel
          onName={take}
          {...{ controls, aside, assigned, link, work, className, named, root }}
        />
      )}
    />
  );
}
