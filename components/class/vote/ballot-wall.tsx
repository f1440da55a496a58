"use client";
// One question before the room, phase by phase, in letters that are read from the last row.
import { useState } from "react";
import { votePath } from "@/components/class/teacher/class-address";
import { Button } from "@/components/kit/button";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { Row } from "@/components/kit/layout";
import { QrCode } from "@/components/kit/qr";
import { Problem } from "@/components/kit/status";
import { WithCode } from "@/components/kit/with-code";
import { deleteBallot, leavePhase } from "@/content/class/ballot-api";
import { type BallotHead, type Phase, roundIn } from "@/content/class/ballot-messages";
import type { PredictQuestion } from "@/content/quiz/kinds/predict";
import { siteAddress } from "@/content/site-path";
import styles from "./ballot-wall.module.css";
import { RoomTraining } from "./room-training";

type Props = {
  classId: string;
  class: { code: string | null };
  /** How many are in the class. */
  learners: number;
  ballot: BallotHead;
  question: PredictQuestion;
  onMoved(): Promise<void>;
  /** The ballot is on the wall no more. */
  onLeft(): Promise<void>;
};

const titles: Record<Phase, string> = {
  first: "First vote",
  argue: "Argue!",
  second: "Second vote",
  ended: "Both votes",
};

/** The one thing to do next, as its button says it. */
const next: Record<Exclude<Phase, "ended">, string> = {
  first: "End the first vote",
  argue: "Begin the second vote",
  second: "End the vote and show both",
};

/** A ballot on the wall. */
export function BallotWall(props: Props) {
  const { classId, learners, ballot, question, onMoved, onLeft } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { id, phase } = ballot;
  const round = roundIn[phase];

  async function goOn() {
    setBusy(true);
    const answer = await leavePhase(classId, id, phase);
    setProblem(answer.ok ? null : answer.problem);
    await onMoved();
    setBusy(false);
  }

  async function takeAway() {
    const answer = await deleteBallot(classId, id);
    if (!answer.ok) return answer.problem;
    await onLeft();
    return null;
  }

  return (
    <div className={styles.ballot} data-phase={phase}>
      <p className={styles.phase} role="status">
        {titles[phase]}
      </p>
      <h1 className={styles.question}>
        <WithCode text={question.asks} />
      </h1>
      {phase === "ended" ? (
        <RoomTraining {...{ classId, ballot, question }} />
      ) : (
        <div className={styles.split}>
          <ul className={styles.options}>
            {question.options.map(({ id, text }) => (
              <li key={id}>
                <WithCode text={text} />
              </li>
            ))}
          </ul>
          <Way {...{ classId }} code={props.class.code} />
          <p className={styles.count} data-voted={ballot.voted[(round ?? 1) - 1]}>
            {round === null ? (
              "Find somebody who chose otherwise, and win them over."
            ) : (
              <>
                <b>{ballot.voted[round - 1]}</b> of {learners} have voted
              </>
            )}
          </p>
        </div>
      )}
      <Problem role="alert">{problem}</Problem>
      <Row>
        {phase !== "ended" && (
          <>
            {/* One button for all phases, so that the keyboard's focus stays where it is. */}
            <Button look="primary" inactive={busy} onClick={goOn}>
              {next[phase]}
            </Button>
            <ConfirmButton
              label="Take the question away"
              says="The question leaves the wall, and its votes are deleted."
              yes="Delete the votes"
              onYes={takeAway}
            />
          </>
        )}
        {phase === "ended" && <Button onClick={onLeft}>Ask another question</Button>}
      </Row>
    </div>
  );
}

/** The way for phones into the vote, also midway. */
function Way({ classId, code }: { classId: string; code: string | null }) {
  const href = siteAddress(votePath(classId, code));
  return (
    <div className={styles.way}>
      <QrCode text={href} label="QR code of the page to vote on" className={styles.qr} />
      <p>
        {code === null ? (
          "Vote with your phone. Who is new needs a code of their own."
        ) : (
          <>
            Vote with your phone. The code of the class: <b translate="no">{code}</b>
          </>
        )}{" "}
        <a href={href}>The page to vote on</a>
      </p>
    </div>
  );
}
