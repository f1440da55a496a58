"use client";
// A lab in a learner's hands: its bench under a panel that says what is asked, how far that
// is met, and makes the receipt. Who the learner is decides where the lab opens.
import { useMemo, useRef, useState } from "react";
import { Small } from "@/components/kit/layout";
import { type AssignedBenchProps, LabBench } from "@/components/lab/lab-bench";
import type { AskingClass } from "./asking-class";
import styles from "./assignment.module.css";
import { AssignmentPanel } from "./assignment-panel";
import { isFormerWork, keepWork, useWork } from "./kept-work";
import { useOpenedWork } from "./opened-work";

type Props = AssignedBenchProps & {
  /** The assignment, as `linkOf` writes it. */
  link: string;
  asking: AskingClass;
};

/** A lab's bench under the panel of the assignment that its link asks for. */
export function AssignedBench(props: Props) {
  const { assignment, link, asking, start, root } = props;
  const work = useWork(link);
  const [typed, setTyped] = useState(work?.name ?? "");
  const name = asking.joined?.name ?? typed;
  const former = useMemo(
    () => isFormerWork(work, link, assignment, name),
    [work, link, assignment, name],
  );
  const learner = { name, id: asking.joined?.learner, former };
  const opened = useOpenedWork(assignment, start.refused, learner, work);
  /** Whether the name was given just now: the focus was in its form. */
  const named = useRef(false);

  function takeName(next: string) {
    named.current = true;
    keepWork({ link, name: next, query: work?.query ?? "", pass: 0, seed: null });
    setTyped(next);
  }

  if (!opened) return <Small className={styles.opening}>Loading…</Small>;
  const assigned = { ...opened.start.assigned, assignment };
  return (
    <LabBench
      key={opened.whose}
      {...props}
      start={opened.start}
      above={(controls, aside) => (
        <AssignmentPanel
          onName={takeName}
          {...{ controls, aside, assigned, link, work, asking, named, root }}
        />
      )}
    />
  );
}
