"use client";
import { Dialog } from "@/components/kit/dialog";
import type { Question } from "@/content/quiz/question";
import type { Board } from "./merged-board";
import type { QuizStanding } from "./quiz-standings";
import { QuizTries } from "./quiz-tries";
import { ReceiptEntries } from "./receipt-entries";
import type { Learner } from "./shown-rows";
import { titleIn } from "./told-assignment";

type Props = {
  board: Board;
  learner: Learner;
  assignment: string;
  /** In its graded quiz; undefined where none was started. */
  standing: QuizStanding | undefined;
  questions: readonly Question[];
  onClose(): void;
};

/** All that a learner handed in for an assignment. */
export function CellDialog(props: Props) {
  const { board, learner, assignment, standing, questions, onClose } = props;
  const asked = board.assignments.find(({ id }) => id === assignment);
  const receipts = board.handedIn.get(learner.id)?.get(assignment) ?? [];
  return (
    <Dialog
      title={`${learner.name}: ${asked ? titleIn(asked.link) : ""}`}
      onClose={onClose}
    >
      {standing && <QuizTries {...{ standing, questions }} />}
      <ReceiptEntries classId={board.class.id} receipts={receipts} />
    </Dialog>
  );
}
