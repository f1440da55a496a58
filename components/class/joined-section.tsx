"use client";
import { useEffect, useId, useRef } from "react";
import { ConfirmButton } from "../kit/confirm-button";
import { AnswersHandIn } from "./answers-hand-in";
import { leaveClass } from "./api";
import { AssignmentCard } from "./assignment-card";
import { dayText } from "./board/moment-text";
import styles from "./class.module.css";
import { forgetJoined } from "./joined";
import type { JoinedClass } from "./joined-class";
import { clearOutboxOf, useOutbox } from "./this-outbox";
import { useMine } from "./use-mine";

/** One class of a learner: its assignments, and what was handed in. */
export function JoinedSection({ joined }: { joined: JoinedClass }) {
  const id = useId();
  const { classId, className, name, assignments } = joined;
  const { mine, trouble, refresh } = useMine(classId);
  const { entries, sent } = useOutbox();
  const waiting = entries.filter((entry) => entry.classId === classId).length;
  const before = useRef(sent);

  useEffect(() => {
    if (sent.size > before.current.size) refresh();
    before.current = sent;
  }, [sent, refresh]);

  async function leave() {
    const left = await leaveClass(classId);
    // A browser that is no learner of it any more may forget it.
    if (!left.ok && left.status !== 403 && left.status !== 404) return left.problem;
    clearOutboxOf(classId);
    forgetJoined(classId);
    return null;
  }

  return (
    <section className={styles.part} aria-labelledby={id} data-joined={classId}>
      <h2 id={id}>{className}</h2>
      <p>
        You are in this class as <strong>{name}</strong>
        {mine && `, until it ends on ${dayText(mine.expires)}`}.
      </p>
      <p role="status" className={trouble ? styles.wrong : undefined}>
        {trouble?.problem}
      </p>
      {assignments.length === 0 ? (
        <p>There are no assignments yet.</p>
      ) : (
        <ul className={styles.cards}>
          {assignments.map((assignment) => (
            <AssignmentCard
              key={assignment.id}
              link={assignment.link}
              receipts={
                mine?.receipts.filter((one) => one.assignment === assignment.id) ?? null
              }
            />
          ))}
        </ul>
      )}
      <AnswersHandIn joined={joined} />
      <ConfirmButton
        label="Leave this class on this browser"
        says={`This browser forgets the class; what you handed in stays there.${
          waiting > 0 ? ` What still waits to go in (${waiting}) is thrown away.` : ""
        } To come back, your teacher has to let you in again.`}
        yes="Leave it"
        onYes={leave}
      />
    </section>
  );
}
