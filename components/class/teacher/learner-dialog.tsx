"use client";
import { useState } from "react";
import { titleIn } from "@/components/class/class-assignment";
import { standingOf, VerdictMark } from "@/components/class/standing";
import { Button } from "@/components/kit/button";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { Dialog } from "@/components/kit/dialog";
import { PlainList, Row, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { momentText } from "@/components/kit/wording";
import { deleteLearner, letInAgain } from "@/content/class/class-api";
import { counted } from "@/labs/arithmetic/number-text";
import type { Board } from "./merged-board";
import type { Learner } from "./shown-rows";

type Props = {
  board: Board;
  learner: Learner;
  onChanged(): void;
  onClose(): void;
};

/** One learner: the work they handed in, and the ways to let them in again or to delete them. */
export function LearnerDialog({ board, learner, onChanged, onClose }: Props) {
  const { id, name, joined } = learner;
  const classId = board.class.id;
  const [news, setNews] = useState("");
  const handedIn = board.handedIn.get(id) ?? new Map();
  const receipts = [...handedIn.values()].reduce((sum, { length }) => sum + length, 0);

  async function letIn() {
    const answer = await letInAgain(classId, id);
    setNews(
      answer.ok
        ? `Done: the next who joins with the name “${name}” goes on as this learner.`
        : answer.problem,
    );
  }

  async function remove() {
    const answer = await deleteLearner(classId, id);
    if (!answer.ok) return answer.problem;
    onChanged();
    onClose();
    return null;
  }

  return (
    <Dialog title={name} onClose={onClose}>
      <Stack>
        <p>
          Joined {momentText(joined)}; {counted(receipts, "receipt")} handed in.
        </p>
        <PlainList>
          {board.assignments.map((assignment) => {
            const own = handedIn.get(assignment.id) ?? [];
            return (
              <li key={assignment.id}>
                {titleIn(assignment.link)}:{" "}
                {own.length === 0 ? (
                  "nothing handed in"
                ) : (
                  <VerdictMark verdict={standingOf(own).best} />
                )}
              </li>
            );
          })}
        </PlainList>
        <p>
          On another computer, or where the browser has forgotten the class, nobody can
          join with a name that is taken. Let in again, the next who joins with the name “
          {name}” goes on as this learner, once.
        </p>
        <Row>
          <Button onClick={letIn}>Let in again</Button>
          <Status>{news}</Status>
        </Row>
        <ConfirmButton
          label="Delete this learner"
          says={`With ${name} go ${counted(receipts, "receipt")} and all answers, for good.`}
          yes="Delete for good"
          onYes={remove}
        />
      </Stack>
    </Dialog>
  );
}
