"use client";
import { memo } from "react";
import type { BoardMessage, ReceiptHead } from "../messages";
import { VerdictMark } from "../verdict-mark";
import { standingOf } from "./best-verdict";
import styles from "./board.module.css";
import type { HandedIn } from "./merged-board";
import { type OwnStandings, type QuizStanding, standingText } from "./quiz-standings";
import type { Learner } from "./shown-rows";
import { titleIn } from "./told-assignment";

type Assignment = BoardMessage["assignments"][number];

export type RowActions = {
  onCell(learner: string, assignment: string): void;
  onLearner(learner: string): void;
  onChosen(learner: string, chosen: boolean): void;
};

type CellProps = {
  learner: Learner;
  assignment: Assignment;
  receipts: readonly ReceiptHead[];
  quiz: QuizStanding | undefined;
  onCell: RowActions["onCell"];
};

function Cell({ learner, assignment, receipts, quiz, onCell }: CellProps) {
  const { count, best, checking } = standingOf(receipts);
  if (count === 0 && !quiz) {
    return (
      <td>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">nothing handed in</span>
      </td>
    );
  }
  return (
    <td>
      <button
        type="button"
        className={styles.cell}
        onClick={() => onCell(learner.id, assignment.id)}
      >
        <span className="visually-hidden">
          {learner.name}, {titleIn(assignment.link)}:{" "}
        </span>
        {count > 0 && (
          <>
            <VerdictMark verdict={best} checking={best !== null && checking} />{" "}
            <span className={styles.count}>
              {count}
              <span className="visually-hidden"> handed in</span>
            </span>
          </>
        )}
        {count > 0 && quiz && <span className={styles.count}> · </span>}
        {quiz && standingText(quiz)}
      </button>
    </td>
  );
}

type Props = RowActions & {
  learner: Learner;
  handedIn: HandedIn;
  standings: OwnStandings | undefined;
  assignments: readonly Assignment[];
  chosen: boolean;
  /** Whether no more learners can be chosen. */
  full: boolean;
};

/** A learner's row; drawn anew only where something of it changed. */
export const LearnerRow = memo(function LearnerRow(props: Props) {
  const { learner, handedIn, standings, assignments, chosen, full } = props;
  const { onCell, onLearner, onChosen } = props;
  return (
    <tr data-learner={learner.id}>
      <th scope="row">
        <span className={styles.name}>
          <input
            type="checkbox"
            aria-label={`Draw the curve of ${learner.name}`}
            checked={chosen}
            disabled={full && !chosen}
            onChange={({ target }) => onChosen(learner.id, target.checked)}
          />
          <button type="button" onClick={() => onLearner(learner.id)}>
            {learner.name}
          </button>
        </span>
      </th>
      {assignments.map((assignment) => (
        <Cell
          key={assignment.id}
          {...{ learner, assignment, onCell }}
          receipts={handedIn.get(assignment.id) ?? none}
          quiz={standings?.get(assignment.id)}
        />
      ))}
    </tr>
  );
});

const none: CellProps["receipts"] = [];
