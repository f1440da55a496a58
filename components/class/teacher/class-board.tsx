"use client";
// The board of one class, for its teacher.
import { useEffect } from "react";
import styles from "@/components/class/class.module.css";
import { timeText } from "@/components/kit/moment-text";
import type { Refused } from "@/content/class/class-api";
import { AnswerTable } from "./answer-table";
import { AssignmentList } from "./assignment-list";
import liveLineStyles from "./board.module.css";
import { ClassEnd } from "./class-end";
import { LearnerCode, PrivateLink } from "./class-keys";
import { LearnersPart } from "./learner-section";
import { keepOpened } from "./opened-classes";
import { isOver, useBoard, useQuizzes } from "./use-board";

type Props = {
  classId: string;
  /** The secret of the private link, where it was just told. */
  secret: string | null;
  onSecret(secret: string | null): void;
  /** Called once the class is deleted. */
  onGone(): void;
};

export function ClassBoard({ classId, secret, onSecret, onGone }: Props) {
  const { board, seen, trouble, refresh } = useBoard(classId);
  const quizzes = useQuizzes(classId, board);
  const name = board?.class.name;

  useEffect(() => {
    if (name !== undefined) keepOpened({ classId, name });
  }, [classId, name]);

  if (!board || isOver(trouble)) {
    return (
      <>
        <h1>{name ?? "Classes"}</h1>
        <div className={styles.stack}>
          <p role="status" className={trouble ? styles.wrong : undefined}>
            {trouble?.problem ?? "The board opens…"}
          </p>
          {trouble && (
            <p className={styles.row}>
              <button type="button" onClick={refresh}>
                Try again
              </button>
              <a href="/class">All classes of this browser</a>
            </p>
          )}
        </div>
      </>
    );
  }
  return (
    <div data-class={classId}>
      <h1>{name}</h1>
      <LiveLine seen={seen} trouble={trouble} />
      <div className={styles.stack}>
        {secret !== null && (
          <PrivateLink
            key={secret}
            classId={classId}
            name={board.class.name}
            secret={secret}
            onKept={() => onSecret(null)}
          />
        )}
        <LearnerCode code={board.class.code} opens={board.learners.length === 0} />
        <AssignmentList
          board={board}
          opens={board.learners.length === 0}
          onChanged={refresh}
        />
        {board.learners.length === 0 ? (
          <p className={styles.part}>
            Nobody has joined yet. Whoever does, and what they hand in, is shown here.
          </p>
        ) : (
          <LearnersPart board={board} quizzes={quizzes} onChanged={refresh} />
        )}
        <AnswerTable classId={classId} />
        <ClassEnd head={board.class} onSecret={onSecret} onGone={onGone} />
        <p>
          <a href="/class">All classes of this browser</a>
        </p>
      </div>
    </div>
  );
}

type LiveLineProps = { seen: number; trouble: Refused | null };

/** Whether the board shows what is there now. */
function LiveLine({ seen, trouble }: LiveLineProps) {
  return (
    <p role="status" className={liveLineStyles.live} data-live={trouble === null}>
      {trouble === null
        ? "● live"
        : `○ last seen ${timeText(seen)}, trying again. ${trouble.problem}`}
    </p>
  );
}
