"use client";
import { memo, useState } from "react";
import { Note } from "@/components/assign/note";
import type { Assignment } from "@/labs/assignment/assignment";
import { dueText } from "@/labs/assignment/due";
import styles from "./assignment.module.css";
import { isOverdue } from "./overdue";

type Props = { assignment: Assignment /** Of the heading. */; id: string };

/** What is asked in words: title, due date, instructions. */
export const AssignmentHead = memo(function AssignmentHead({ assignment, id }: Props) {
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
