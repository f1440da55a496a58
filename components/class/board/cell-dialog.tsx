"use client";
import type { Board } from "./merged-board";
import { PanelDialog } from "./panel-dialog";
import { ReceiptEntries } from "./receipt-entries";
import type { Learner } from "./shown-rows";
import { titleIn } from "./told-assignment";

type Props = { board: Board; learner: Learner; assignment: string; onClose(): void };

/** All that a learner handed in for an assignment. */
export function CellDialog({ board, learner, assignment, onClose }: Props) {
  const asked = board.assignments.find(({ id }) => id === assignment);
  const receipts = board.handedIn.get(learner.id)?.get(assignment) ?? [];
  return (
    <PanelDialog
      title={`${learner.name}: ${asked ? titleIn(asked.link) : ""}`}
      onClose={onClose}
    >
      <ReceiptEntries classId={board.class.id} receipts={receipts} />
    </PanelDialog>
  );
}
