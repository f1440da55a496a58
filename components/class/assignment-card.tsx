"use client";
import { dueText, isOverdue } from "@/labs/assignment/due";
import { bestReceipt } from "./board/best-verdict";
import { assignmentIn, titleIn } from "./board/told-assignment";
import styles from "./class.module.css";
import type { ReceiptHead } from "./messages";
import { VerdictMark } from "./verdict-mark";

type Props = {
  link: string;
  /** The learner's own; null while the server has not told them. */
  receipts: readonly ReceiptHead[] | null;
};

function Standing({ receipts }: Pick<Props, "receipts">) {
  if (receipts === null) return <p className={styles.small}>…</p>;
  const best = bestReceipt(receipts);
  if (!best) return <p>Nothing handed in yet.</p>;
  return (
    <p>
      Handed in: <VerdictMark verdict={best.outcome?.verdict ?? null} />
      {best.outcome && `. ${best.outcome.says}`}
    </p>
  );
}

/** An assignment of a learner's class: what it is, and how far they are. */
export function AssignmentCard({ link, receipts }: Props) {
  const due = assignmentIn(link)?.due ?? null;
  return (
    <li>
      <a href={link}>{titleIn(link)}</a>
      <p className={styles.small}>
        {due === null ? "no due date" : `due ${dueText(due)}`}
        {due !== null && isOverdue(due, new Date()) && " · overdue"}
      </p>
      <Standing receipts={receipts} />
    </li>
  );
}
