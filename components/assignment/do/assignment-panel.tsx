"use client";
import {
  memo,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useMemo,
  useState,
} from "react";
import { Button } from "@/components/kit/button";
import { Row } from "@/components/kit/layout";
import type { Assigned } from "@/components/lab/training/lab-state";
import type { LabControls } from "@/components/lab/training/use-lab";
import { type Assignment, dueText, isOverdue } from "@/labs/assignment/assignment";
import { formatRun } from "@/labs/run/link";
import { Note } from "../note";
import {
  askedIds,
  QuestionList,
  useAnswered,
  useAskedQuestions,
} from "./asked-questions";
import styles from "./assignment.module.css";
import { GoalChecklist, GoalsBar } from "./goal-checklist";
import { useGoals } from "./judged-goals";
import { KeptNote, type KeptWork, keepReceipt, useKeeping } from "./kept-work";
import { NamePart } from "./name-part";
import { ReceiptPart } from "./receipt-part";

/** The class that asks for an assignment, as far as the panel shows it. */
export type AskingClass = {
  /** The class, joined in this browser, and the learner's name in it; null where none is. */
  joined: { className: string; name: string } | null;
  /** Hands in a packed receipt. */
  handIn(packed: string): ReactNode;
  /** The graded questions, or nothing. */
  graded: ReactNode;
};

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
  const className = asking.joined?.className ?? null;
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
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <AssignmentHead {...{ assignment, id }} />
      <NamePart {...{ assigned, className, named, onName }} />
      <KeptNote {...{ state, work }} />
      <QuestionList {...{ ids, asked }} onRetry={retry} />
      <GoalChecklist {...{ goals, asked }} id={`${id}goals`} />
      <GoalsBar {...{ goals, aside }} to={`${id}goals`} />
      {name !== "" && (
        <ReceiptPart
          {...{ state, assigned, goals, answered, className }}
          handIn={asking.handIn}
          kept={work?.name === name ? work.receipt : null}
          onMade={(packed) => keepReceipt(link, packed)}
        />
      )}
      {asking.graded}
      {changed && (
        <Row>
          <Button onClick={() => controls.set(start)}>
            Back to the assignment’s settings
          </Button>
        </Row>
      )}
    </section>
  );
}

type HeadProps = { assignment: Assignment /** Of the heading. */; id: string };

const AssignmentHead = memo(function AssignmentHead({ assignment, id }: HeadProps) {
  const { title, due, note } = assignment;
  const [now] = useState(() => new Date());
  return (
    <>
      <div>
        <p className={styles.note}>Assignment</p>
        <h3 id={id}>{title || "Train this lab"}</h3>
        {due && (
          <p className={styles.note}>
            Due {dueText(due)}
            {isOverdue(due, now) && " · overdue: that is past by now"}
          </p>
        )}
      </div>
      <Note markdown={note} />
    </>
  );
});
