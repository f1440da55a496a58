"use client";
import { useMemo } from "react";
import { AssignedBench } from "@/components/assignment/do/assigned-bench";
import { GradedSection } from "@/components/class/graded/graded-section";
import { useJoinedClass } from "@/components/class/joined-classes";
import type { AssignedBenchProps } from "@/components/lab/lab-bench";
import { linkOf } from "@/labs/assignment/assignment-link";
import { HandInButton } from "./hand-in-button";

/** A lab with an assignment, handed in to the class that asks for it where one is joined. */
export function AssignedLab(props: AssignedBenchProps) {
  const { assignment } = props;
  const link = useMemo(() => linkOf(assignment), [assignment]);
  const joined = useJoinedClass(link);
  const { length: count } = assignment.quiz;
  const asking = {
    joined,
    handIn: (packed: string) => <HandInButton {...{ link, packed }} />,
    graded: count > 0 && <GradedSection {...{ link, count }} />,
  };
  return <AssignedBench {...props} {...{ link, asking }} />;
}
