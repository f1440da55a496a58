"use client";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import styles from "@/components/class/class.module.css";
import { assignmentIn, titleIn } from "@/components/class/class-assignment";
import { bestReceipt, VerdictMark } from "@/components/class/standing";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { dayText } from "@/components/kit/moment-text";
import { leaveClass, type Refused, readMine } from "@/content/class/class-api";
import type { MineMessage, ReceiptHead } from "@/content/class/messages";
import { dueText, isOverdue } from "@/labs/assignment/due";
import { forgetJoined, type JoinedClass, keepMine } from "../joined-classes";
import { AnswersHandIn } from "./hand-in-answers";
import { clearOutboxOf, useOutbox } from "./use-outbox";

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
function AssignmentCard({ link, receipts }: Props) {
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

// What a learner's class asks for and has of them, as the server last told it.

/** Between two looks, in milliseconds: while a check is under way, and else. */
const every = { checking: 3000, usual: 60_000 };

type Mine = { mine: MineMessage | null; trouble: Refused | null };

/** Reads it at once, now and then while it is looked at, and when it is asked to. */
function useMine(classId: string): Mine & { refresh(): void } {
  const [state, setState] = useState<Mine>({ mine: null, trouble: null });
  const again = useRef(() => {});

  useEffect(() => {
    let left = false;
    let asking = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function read() {
      clearTimeout(timer);
      if (asking) return;
      asking = true;
      const answer = await readMine(classId);
      asking = false;
      if (left) return;
      let pause = every.usual;
      if (answer.ok) {
        const mine = answer.value;
        keepMine(classId, mine);
        setState({ mine, trouble: null });
        if (mine.receipts.some(({ outcome }) => outcome === null)) pause = every.checking;
      } else setState(({ mine }) => ({ mine, trouble: answer }));
      timer = setTimeout(look, pause);
    }

    function look() {
      if (document.visibilityState === "visible") void read();
    }

    again.current = read;
    void read();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", read);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", read);
    };
  }, [classId]);

  return { ...state, refresh: useCallback(() => again.current(), []) };
}
