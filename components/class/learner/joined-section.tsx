"use client";
import { useEffect, useRef } from "react";
import { ClassSection } from "@/components/class/class-section";
import {
  forgetJoined,
  type JoinedClass,
  keepMine,
} from "@/components/class/joined-classes";
import { CardGrid } from "@/components/kit/card";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { Problem, Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { dayText } from "@/components/kit/wording";
import { leaveClass, type Refused, readMine } from "@/content/class/class-api";
import type { MineMessage } from "@/content/class/messages";
import { sitePath } from "@/content/site-path";
import { HandInAnswers } from "./hand-in-answers";
import { MeasuredClass } from "./measured-class";
import { OwnAssignment } from "./own-assignment";
import { AnotherDevice } from "./own-code";
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
    <ClassSection title={className}>
      {joined.waiting ? (
        <Status>
          You have asked to join as <strong>{name}</strong>. Your teacher has to let you
          in; this page looks by itself.
        </Status>
      ) : (
        <p>
          You are in this class as <strong>{name}</strong>
          {mine && `, until it ends on ${dayText(mine.expires)}`}.
        </p>
      )}
      <Problem role="status">{problem?.problem}</Problem>
      {!joined.waiting && (
        <>
          {assignments.length === 0 ? (
            <p>There are no assignments yet.</p>
          ) : (
            <CardGrid>
              {assignments.map((asked) => (
                <OwnAssignment key={asked.id} {...{ asked, mine }} />
              ))}
            </CardGrid>
          )}
          <p>
            <a href={sitePath(`/class/vote?c=${classId}`)}>Vote on what the wall asks</a>
          </p>
          {mine?.measured && (
            <MeasuredClass
              {...{ classId, declines: mine.declines }}
              onChanged={refresh}
            />
          )}
          <HandInAnswers
            joined={joined}
            measured={mine?.measured === true && !mine.declines}
          />
          <AnotherDevice {...{ classId, className }} />
        </>
      )}
      <ConfirmButton
        label="Leave this class on this browser"
        says={`This browser forgets the class; what you handed in stays there.${
          waiting > 0 ? ` What still waits to go in (${waiting}) is thrown away.` : ""
        } To come back, you need a code of your own: get one first, or ask your teacher.`}
        yes="Leave it"
        onYes={leave}
      />
    </ClassSection>
  );
}

/** Between two looks, in milliseconds: for a check or the teacher's approval, and else. */
const pauses = { checking: 3000, waiting: 5000, usual: 60_000 };

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
      if (!value || problem) return pauses.usual;
      if (value.waiting) return pauses.waiting;
      const checking = value.receipts.some(({ outcome }) => outcome === null);
      return checking ? pauses.checking : pauses.usual;
    },
  });
