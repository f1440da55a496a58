"use client";
import { memo, type RefObject, useId, useLayoutEffect, useMemo, useState } from "react";
import { Note } from "@/components/assignment/note";
import { GradedPart } from "@/components/class/graded/graded-section";
import type { Assigned } from "@/components/lab/training/lab-state";
import type { LabControls } from "@/components/lab/training/use-lab";
import type { Assignment } from "@/labs/assignment/assignment";
import { dueText, isOverdue } from "@/labs/assignment/due";
import { formatRun } from "@/labs/link";
import { QuestionList, useAskedQuestions } from "./asked-questions";
import styles from "./assignment.module.css";
import { GoalList, GoalsBar } from "./goal-checklist";
import { askedIds, useAnswered, useGoals } from "./judged-goals";
import { KeptNote, useKeeping } from "./keep-work";
import { type KeptWork, keepReceipt } from "./kept-work";
import { NamePart } from "./name-part";
import { ReceiptPart } from "./receipt-part";

// What an assignment asks, above its lab: how far it is met, and the receipt.

type Props = {
  controls: LabControls;
  /** A place under the training buttons. */
  aside: HTMLElement | null;
  assigned: Assigned;
  /** The assignment, as `linkOf` writes it. */
  link: string;
  work: KeptWork | null;
  /** The joined class that asks for it, or null. */
  className: string | null;
  /** See `NamePart`. */
  named: RefObject<boolean>;
  onName(name: string): void;
  root: RefObject<HTMLElement | null>;
};

export function AssignmentPanel(props: Props) {
  const { controls, aside, assigned, link, work, className, named, onName, root } = props;
  const { state } = controls;
  const { assignment, name, start } = assigned;
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
      <GoalList {...{ goals, asked }} id={`${id}goals`} />
      <GoalsBar {...{ goals, aside }} to={`${id}goals`} />
      {name !== "" && (
        <ReceiptPart
          {...{ state, assigned, goals, answered, link, className }}
          kept={work?.name === name ? work.receipt : null}
          onMade={(packed) => keepReceipt(link, packed)}
        />
      )}
      {assignment.quiz.length > 0 && (
        <GradedPart link={link} count={assignment.quiz.length} />
      )}
      {changed && (
        <div className={styles.row}>
          <button type="button" onClick={() => controls.set(start)}>
            Back to the assignment’s settings
          </button>
        </div>
      )}
    </section>
  );
}

type AssignmentHeadProps = { assignment: Assignment /** Of the heading. */; id: string };

/** What is asked in words: title, due date, instructions. */
const AssignmentHead = memo(function AssignmentHead({
  assignment,
  id,
}: AssignmentHeadProps) {
  const { title, due, note } = assignment;
  const [now] = useState(() => new Date());
  return (
    <>
      <div>
        <p className={styles.kind}>Assignment</p>
        <h3 id={id}>{title || "Train this lab"}</h3>
        {due && (
          <p className={styles.due}>
            Due {dueText(due)}
            {isOverdue(due, now) && " · overdue: that is past by now"}
          </p>
        )}
      </div>
      <Note markdown={note} />
    </>
  );
});
