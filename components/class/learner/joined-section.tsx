"use client";
import { useEffect, useRef } from "react";
import { AssignmentCard } from "@/components/class/assignment-card";
import { assignmentIn } from "@/components/class/class-assignment";
import { ClassSection } from "@/components/class/class-section";
import {
  forgetJoined,
  type JoinedClass,
  keepMine,
} from "@/components/class/joined-classes";
import { bestReceipt, VerdictMark } from "@/components/class/standing";
import { CardGrid } from "@/components/kit/card";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { Problem } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { dayText } from "@/components/kit/wording";
import { leaveClass, type Refused, readMine } from "@/content/class/class-api";
import type { MineMessage, ReceiptHead } from "@/content/class/messages";
import { isOverdue } from "@/labs/assignment/assignment";
import { HandInAnswers } from "./hand-in-answers";
import { clearOutboxOf, useOutbox } from "./use-outbox";

/** One class of a learner: its assignments, and the work handed in for them. */
export function JoinedSection({ joined }: { joined: JoinedClass }) {
  const { classId, className, name, assignments } = joined;
  const { value: mine, problem, refresh } = useMine(classId);
  const { entries, sent } = useOutbox();
  const waiting = entries.filter((entry) => entry.classId === classId).length;
  const before = useRef(sent);

  useEffect(() => {
    if (sent.size > before.current.size) void refresh();
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
    <ClassSection title={className} data-joined={classId}>
      <p>
        You are in this class as <strong>{name}</strong>
        {mine && `, until it ends on ${dayText(mine.expires)}`}.
      </p>
      <Problem role="status">{problem?.problem}</Problem>
      {assignments.length === 0 ? (
        <p>There are no assignments yet.</p>
      ) : (
        <CardGrid>
          {assignments.map(({ id, link }) => (
            <AssignmentCard key={id} link={link} news={isLate(link) && "overdue"}>
              <HandedIn
                receipts={mine?.receipts.filter(({ assignment }) => assignment === id)}
              />
            </AssignmentCard>
          ))}
        </CardGrid>
      )}
      <HandInAnswers joined={joined} />
      <ConfirmButton
        label="Leave this class on this browser"
        says={`This browser forgets the class; what you handed in stays there.${
          waiting > 0 ? ` What still waits to go in (${waiting}) is thrown away.` : ""
        } To come back, your teacher has to let you in again.`}
        yes="Leave it"
        onYes={leave}
      />
    </ClassSection>
  );
}

function isLate(link: string): boolean {
  const due = assignmentIn(link)?.due ?? null;
  return due !== null && isOverdue(due, new Date());
}

/** The best of a learner's receipts for an assignment; undefined until they came. */
function HandedIn({ receipts }: { receipts: readonly ReceiptHead[] | undefined }) {
  if (!receipts) return <p>…</p>;
  const best = bestReceipt(receipts);
  if (!best) return <p>Nothing handed in yet.</p>;
  return (
    <p>
      Handed in: <VerdictMark verdict={best.outcome?.verdict ?? null} />
      {best.outcome && `. ${best.outcome.says}`}
    </p>
  );
}

/** Between two looks, in milliseconds: while a check is under way, and else. */
const pauses = { checking: 3000, usual: 60_000 };

/** A class's message to its learner, renewed now and then while the page is looked at. */
const useMine = (classId: string) =>
  useFetched<MineMessage, Refused>({
    key: classId,
    async read() {
      const answer = await readMine(classId);
      if (answer.ok) keepMine(classId, answer.value);
      return answer;
    },
    pause({ value, problem }, hidden) {
      if (hidden) return null;
      const checking = value?.receipts.some(({ outcome }) => outcome === null);
      return checking && !problem ? pauses.checking : pauses.usual;
    },
  });
