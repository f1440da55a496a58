"use client";
import { useState } from "react";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { Dialog } from "@/components/kit/dialog";
import { momentText } from "@/components/kit/moment-text";
import { deleteLearner, letInAgain } from "@/content/class/class-api";
import { counted } from "@/labs/arithmetic/number-text";
import classStyles from "../class.module.css";
import { titleIn } from "../class-assignment";
import { standingOf, VerdictMark } from "../standing";
import type { Board } from "./merged-board";
import type { Learner } from "./shown-rows";

type Props = {
  board: Board;
  learner: Learner;
  onChanged(): void;
  onClose(): void;
};

/** One learner: what they handed in, and what their teacher may do about them. */
export function LearnerDialog({ board, learner, onChanged, onClose }: Props) {
  const { id, name, joined } = learner;
  const classId = board.class.id;
  const [told, setTold] = useState("");
  const handedIn = board.handedIn.get(id) ?? new Map();
  const receipts = [...handedIn.values()].reduce((sum, { length }) => sum + length, 0);

  async function letIn() {
    const answer = await letInAgain(classId, id);
    setTold(
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
      <div className={classStyles.stack}>
        <p>
          Joined {momentText(joined)}; {counted(receipts, "receipt")} handed in.
        </p>
        <ul className={classStyles.plain}>
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
        </ul>
        <p>
          On another computer, or where the browser has forgotten the class, nobody can
          join with a name that is taken. Let in again, the next who joins with the name “
          {name}” goes on as this learner, once.
        </p>
        <div className={classStyles.row}>
          <button type="button" onClick={letIn}>
            Let in again
          </button>
          <p role="status">{told}</p>
        </div>
        <ConfirmButton
          label="Delete this learner"
          says={`With ${name} go ${counted(receipts, "receipt")} and all answers, for good.`}
          yes="Delete for good"
          onYes={remove}
        />
      </div>
    </Dialog>
  );
}
