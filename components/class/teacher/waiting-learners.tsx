"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { PlainList, Row, Stack } from "@/components/kit/layout";
import { Notice } from "@/components/kit/notice";
import { Problem } from "@/components/kit/status";
import { deleteLearner } from "@/content/class/class-api";
import { approveLearner } from "@/content/class/roster-api";
import { counted } from "@/labs/arithmetic/number-text";
import type { Learner } from "./shown-rows";

type Props = { classId: string; waiting: readonly Learner[]; onChanged(): void };

/** Those who came in by the code and wait to be let in; nothing where nobody does. */
export function WaitingLearners({ classId, waiting, onChanged }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [letting, setLetting] = useState(false);
  if (waiting.length === 0) return null;

  async function letIn(learners: readonly Learner[]) {
    if (letting) return;
    setLetting(true);
    setProblem(null);
    for (const { id } of learners) {
      const answer = await approveLearner(classId, id);
      if (!answer.ok) setProblem(answer.problem);
      if (!answer.ok) break;
    }
    setLetting(false);
    onChanged();
  }

  async function refuse({ id }: Learner) {
    const answer = await deleteLearner(classId, id);
    if (!answer.ok) return answer.problem;
    onChanged();
    return null;
  }

  return (
    <Notice
      as="section"
      aria-label="Waiting to be let in"
      title={`${counted(waiting.length, "learner")} ${waiting.length === 1 ? "waits" : "wait"} to be let in`}
    >
      <Stack>
        <PlainList>
          {waiting.map((learner) => (
            <Row as="li" key={learner.id}>
              <strong>{learner.name}</strong>
              <Button inactive={letting} onClick={() => letIn([learner])}>
                Let in<span className="visually-hidden"> {learner.name}</span>
              </Button>
              <ConfirmButton
                label={`Refuse ${learner.name}`}
                says="They are taken off, and may ask again."
                yes="Refuse"
                onYes={() => refuse(learner)}
              />
            </Row>
          ))}
        </PlainList>
        {waiting.length > 1 && (
          <Row>
            <Button look="primary" inactive={letting} onClick={() => letIn(waiting)}>
              Let all {waiting.length} in
            </Button>
          </Row>
        )}
        <Problem role="alert">{problem}</Problem>
      </Stack>
    </Notice>
  );
}
