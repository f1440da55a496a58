"use client";
import { memo, type RefObject, useId, useLayoutEffect, useMemo } from "react";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { Row } from "@/components/kit/layout";
import type { Assigned } from "@/components/lab/training/lab-state";
import type { LabControls } from "@/components/lab/training/use-lab";
import { counted } from "@/labs/arithmetic/number-text";
import {
  type Assignment,
  asksQuizAlone,
  totalPoints,
} from "@/labs/assignment/assignment";
import { formatRun } from "@/labs/run/link";
import { Note } from "../note";
import { timesText } from "../times";
import {
  askedIds,
  QuestionList,
  useAnswered,
  useAskedQuestions,
} from "./asked-questions";
import type { AskingClass, JoinedAs } from "./asking-class";
import styles from "./assignment.module.css";
import { GoalChecklist, GoalsBar, GoalsPanel, OpenExamplesNote } from "./goal-checklist";
import { useGoals } from "./judged-goals";
import { KeptNote, type KeptWork, keepReceipt, useKeeping } from "./kept-work";
import { NamePart } from "./name-part";
import { ReceiptPart } from "./receipt-part";

type Props = {
  controls: LabControls;
  /** A place under the training buttons. */
  aside: HTMLElement | null;
  assigned: Assigned;
  link: string;
  work: KeptWork | null;
  asking: AskingClass;
  named: RefObject<boolean>;
  onName(name: string): void;
  root: RefObject<HTMLElement | null>;
};

/** The assignment above its lab: what it asks, how far that is met, and the receipt. */
export function AssignmentPanel(props: Props) {
  const { controls, aside, assigned, link, work, asking, named, onName, root } = props;
  const { state } = controls;
  const { assignment, name, start } = assigned;
  const { joined } = asking;
  const id = useId();
  const ids = useMemo(() => askedIds(assignment), [assignment]);
  const { asked, retry } = useAskedQuestions(ids);
  const answered = useAnswered(ids, asked);
  const goals = useGoals(state, assignment, answered);
  useKeeping(state, link);
  useLayoutEffect(() => {
    if (root.current) root.current.dataset.assignment = goals.all ? "met" : "open";
  }, [root, goals.all]);
  const changed = useMemo(() => formatRun(state.run, start) !== "", [state.run, start]);
  const receipt = name !== "" && (
    <ReceiptPart
      {...{ state, assigned, goals, answered, asking }}
      kept={work?.name === name ? work.receipt : null}
      onMade={(packed) => keepReceipt(link, packed)}
    />
  );
  return (
    <GoalsPanel aria-labelledby={id}>
      <AssignmentHead {...{ assignment, joined, id }} />
      <NamePart {...{ assigned, asking, named, onName }} />
      <KeptNote {...{ state, work, joined }} />
      <QuestionList {...{ ids, asked }} onRetry={retry} />
      <GoalChecklist {...{ goals, assignment, asked }} id={`${id}goals`}>
        <OpenExamplesNote assignment={assignment} />
      </GoalChecklist>
      <GoalsBar
        {...{ goals, aside }}
        to={`${id}goals`}
        last={joined ? "Hand in" : "Make your receipt"}
      />
      {asksQuizAlone(assignment) ? (
        <>
          {asking.graded}
          {receipt && (
            <Disclosure summary="Hand in what you train as well">{receipt}</Disclosure>
          )}
        </>
      ) : (
        <>
          {receipt}
          {asking.graded}
        </>
      )}
      {changed && (
        <Row>
          <Button onClick={() => controls.set(start)}>
            Back to the assignment’s settings
          </Button>
        </Row>
      )}
    </GoalsPanel>
  );
}

type HeadProps = {
  assignment: Assignment;
  joined: JoinedAs | null;
  /** Of the heading. */
  id: string;
};

const AssignmentHead = memo(function AssignmentHead(props: HeadProps) {
  const { assignment, joined, id } = props;
  const { title, due, note } = assignment;
  const total = totalPoints(assignment);
  const times = timesText({ due, extended: null, closes: null, ...joined?.times });
  const facts = [times, total !== null && counted(total, "point")].filter(Boolean);
  return (
    <>
      <div>
        <p className={styles.note}>Assignment</p>
        <h3 id={id}>{title || "Train this lab"}</h3>
        {facts.length > 0 && <p className={styles.facts}>{facts.join(" · ")}</p>}
        {joined?.changed && (
          <p className={styles.note}>
            {joined.className} has changed this assignment since the link was made: this
            is how it is now.
          </p>
        )}
      </div>
      <Note markdown={note} />
    </>
  );
});
