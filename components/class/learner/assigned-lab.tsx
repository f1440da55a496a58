"use client";
import { useMemo } from "react";
import type { Handing } from "@/components/assignment/do/asking-class";
import { AssignedBench } from "@/components/assignment/do/assigned-bench";
import { assignmentIn } from "@/components/class/class-assignment";
import { GradedSection } from "@/components/class/graded/graded-section";
import { useJoinedClass, useWaitingClass } from "@/components/class/joined-classes";
import type { AssignedBenchProps } from "@/components/lab/lab-bench";
import { linkOf } from "@/labs/assignment/assignment-link";
import { HandInButton } from "./hand-in-button";

/** A lab with an assignment, handed in to the class that asks for it where one is joined. */
export function AssignedLab(props: AssignedBenchProps) {
  const opened = useMemo(() => linkOf(props.assignment), [props.assignment]);
  const place = useJoinedClass(opened);
  const waiting = useWaitingClass();
  // The class may have changed it since the link was made.
  const asked = place && assignmentIn(place.link);
  const assignment = asked ?? props.assignment;
  const link = place && asked ? place.link : opened;
  const { due: extended = null, closes = null } = place ?? {};
  const asking = {
    joined: place && {
      ...place,
      times: { due: assignment.due, extended, closes },
      changed: link !== opened,
    },
    waiting,
    handIn: (handing: Handing) => place && <HandInButton {...{ place }} {...handing} />,
    graded: assignment.quiz.length > 0 && <GradedSection {...{ place, assignment }} />,
  };
  return <AssignedBench {...props} {...{ assignment, link, asking }} />;
}
