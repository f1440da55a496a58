"use client";
// The board of one class, for its teacher.
import { useEffect, useState } from "react";
import { Button } from "@/components/kit/button";
import { Row, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { timeText } from "@/components/kit/wording";
import type { Refused } from "@/content/class/class-api";
import { sitePath } from "@/content/site-path";
import { AnswerTable } from "./answer-table";
import { AssignmentList } from "./assignment-list";
import { wallPath } from "./class-address";
import styles from "./class-board.module.css";
import { ClassDoor } from "./class-door";
import { ClassEnd } from "./class-end";
import { ClassKeys, type NewKeys } from "./class-keys";
import { CodeList, type LearnerCode } from "./code-list";
import { ComparedWork } from "./compared-work";
import { LearnerSection } from "./learner-section";
import { LmsLine, useLms } from "./lms-line";
import { MeasuredSection } from "./measured-section";
import { keepOpened } from "./opened-classes";
import { isOver, useBoard, useQuizzes } from "./use-board";
import { WaitingLearners } from "./waiting-learners";

type Props = {
  classId: string;
  /** Where the server has just given them. */
  keys: NewKeys | null;
  onKeys(keys: NewKeys | null): void;
  /** A copy of the class was opened. */
  onCopied(classId: string, keys: NewKeys): void;
  /** Called once the class is deleted. */
  onGone(): void;
};

/** The class's keys, assignments, learners and answers, each in a section of its own. */
export function ClassBoard({ classId, keys, onKeys, onCopied, onGone }: Props) {
  const { board, seen, problem, refresh } = useBoard(classId);
  const quizzes = useQuizzes(classId, board);
  const lms = useLms(classId);
  // The server gives codes once: they are kept until the reader says so, or leaves the page.
  const [codes, setCodes] = useState<readonly LearnerCode[]>([]);
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
              <a href={sitePath("/class")}>All classes of this browser</a>
            </Row>
          )}
        </Stack>
      </>
    );
  }
  const waiting = board.learners.filter(({ waiting }) => waiting);
  const isEmpty = board.learners.length === 0;
  const onCodes = (more: readonly LearnerCode[]) =>
    setCodes((before) => {
      const renewed = new Set(more.map(({ learner }) => learner));
      return [...before.filter(({ learner }) => !renewed.has(learner)), ...more];
    });
  return (
    <div>
      <h1>{name}</h1>
      <LiveLine {...{ seen, problem }} />
      <Stack>
        {keys && (
          <ClassKeys
            key={keys.secret ?? keys.recovery}
            {...{ classId, keys }}
            name={board.class.name}
            onKept={() => onKeys(null)}
          />
        )}
        {codes.length > 0 && <CodeList codes={codes} onKept={() => setCodes([])} />}
        <WaitingLearners {...{ classId, waiting }} onChanged={refresh} />
        <ClassDoor
          head={board.class}
          opens={isEmpty}
          onChanged={refresh}
          onCodes={onCodes}
        />
        <AssignmentList
          {...{ board, opens: isEmpty, inLms: lms !== null }}
          onChanged={refresh}
        />
        {lms && <LmsLine {...{ classId, lms }} onChanged={refresh} />}
        {board.learners.length === waiting.length ? (
          <p>
            Nobody has joined yet. Whoever does, and what they hand in, is shown here.
          </p>
        ) : (
          <LearnerSection
            board={board}
            quizzes={quizzes}
            lms={lms}
            onChanged={refresh}
            onCodes={onCodes}
          />
        )}
        <p>
          <a href={sitePath(wallPath(classId))}>Vote, argue, vote again, train</a>: a
          prediction of the course on the wall, for everybody’s phone.
        </p>
        <ComparedWork board={board} />
        <AnswerTable classId={classId} />
        <MeasuredSection head={board.class} owner={board.owner} onChanged={refresh} />
        <ClassEnd
          head={board.class}
          owner={board.owner}
          ofLms={lms !== null}
          onKeys={onKeys}
          onChanged={refresh}
          onCopied={onCopied}
          onGone={onGone}
        />
        <p>
          <a href={sitePath("/class")}>All classes of this browser</a>
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
