"use client";
// The board of one class, for its teacher.
import { useEffect } from "react";
import { Button } from "@/components/kit/button";
import { Row, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { timeText } from "@/components/kit/wording";
import type { Refused } from "@/content/class/class-api";
import { AnswerTable } from "./answer-table";
import { AssignmentList } from "./assignment-list";
import styles from "./class-board.module.css";
import { ClassEnd } from "./class-end";
import { LearnerCode, PrivateLink } from "./class-keys";
import { LearnerSection } from "./learner-section";
import { keepOpened } from "./opened-classes";
import { isOver, useBoard, useQuizzes } from "./use-board";

type Props = {
  classId: string;
  /** The secret of the private link, where the server has just given it. */
  secret: string | null;
  onSecret(secret: string | null): void;
  /** Called once the class is deleted. */
  onGone(): void;
};

/** The class's keys, assignments, learners and answers, each in a section of its own. */
export function ClassBoard({ classId, secret, onSecret, onGone }: Props) {
  const { board, seen, problem, refresh } = useBoard(classId);
  const quizzes = useQuizzes(classId, board);
  const name = board?.class.name;

  useEffect(() => {
    if (name !== undefined) keepOpened({ classId, name });
  }, [classId, name]);

  if (!board || isOver(problem)) {
    return (
      <>
        <h1>{name ?? "Classes"}</h1>
        <Stack>
          <Status>{!problem && "The board opens…"}</Status>
          <Problem role="status">{problem?.problem}</Problem>
          {problem && (
            <Row>
              <Button onClick={refresh}>Try again</Button>
              <a href="/class">All classes of this browser</a>
            </Row>
          )}
        </Stack>
      </>
    );
  }
  const isEmpty = board.learners.length === 0;
  return (
    <div data-class={classId}>
      <h1>{name}</h1>
      <LiveLine {...{ seen, problem }} />
      <Stack>
        {secret !== null && (
          <PrivateLink
            key={secret}
            {...{ classId, secret }}
            name={board.class.name}
            onKept={() => onSecret(null)}
          />
        )}
        <LearnerCode code={board.class.code} opens={isEmpty} />
        <AssignmentList board={board} opens={isEmpty} onChanged={refresh} />
        {isEmpty ? (
          <p>
            Nobody has joined yet. Whoever does, and what they hand in, is shown here.
          </p>
        ) : (
          <LearnerSection board={board} quizzes={quizzes} onChanged={refresh} />
        )}
        <AnswerTable classId={classId} />
        <ClassEnd head={board.class} onSecret={onSecret} onGone={onGone} />
        <p>
          <a href="/class">All classes of this browser</a>
        </p>
      </Stack>
    </div>
  );
}

/** Whether the board shows the present. */
const LiveLine = ({ seen, problem }: { seen: number; problem: Refused | null }) => (
  <Status className={styles.live} data-live={problem === null}>
    {problem === null
      ? "● live"
      : `○ last seen ${timeText(seen)}, trying again. ${problem.problem}`}
  </Status>
);
