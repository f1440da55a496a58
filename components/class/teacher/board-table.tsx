"use client";
import { memo, useState } from "react";
import { titleIn } from "@/components/class/class-assignment";
import { standingOf, VerdictMark } from "@/components/class/standing";
import { Button } from "@/components/kit/button";
import { Pager } from "@/components/kit/pager";
import { ScrollTable } from "@/components/kit/scroll-table";
import type { BoardMessage, ReceiptHead } from "@/content/class/messages";
import styles from "./board-table.module.css";
import type { Board, HandedIn } from "./merged-board";
import { type OwnStandings, type QuizStanding, standingText } from "./quiz-standings";
import { type Learner, type Shown, type ShownRow, shownAssignments } from "./shown-rows";

/** How many learners are shown at once. */
const page = 100;

type Props = RowActions & {
  board: Board;
  shown: Shown;
  rows: readonly ShownRow[];
  /** In graded quizzes, by learner. */
  standings: ReadonlyMap<string, OwnStandings>;
  /** Whose curves are drawn. */
  chosen: ReadonlySet<string>;
  mostChosen: number;
};

/** Learners by assignments: each cell shows the best of its receipts. */
export function BoardTable(props: Props) {
  const { board, shown, rows, standings, chosen, mostChosen } = props;
  const { onCell, onLearner, onChosen } = props;
  const [asked, setFrom] = useState(0);
  const lastStart = Math.max(0, Math.ceil(rows.length / page) - 1) * page;
  const from = Math.min(asked, lastStart);
  const columns = shownAssignments(board, shown);
  const full = chosen.size >= mostChosen;
  return (
    <>
      <Pager
        things="Learners"
        count={rows.length}
        page={page}
        from={from}
        onFrom={setFrom}
      />
      <ScrollTable label="Board" cells="words" height="tall" sticky>
        <thead>
          <tr>
            <th scope="col" className={styles.learners}>
              Learner
            </th>
            {columns.map(({ id, link }) => (
              <th scope="col" className={styles.assignment} key={id}>
                {titleIn(link)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(from, from + page).map(({ learner, handedIn }) => (
            <LearnerRow
              key={learner.id}
              {...{ learner, handedIn, full, onCell, onLearner, onChosen }}
              assignments={columns}
              standings={standings.get(learner.id)}
              chosen={chosen.has(learner.id)}
            />
          ))}
        </tbody>
      </ScrollTable>
    </>
  );
}

type Assignment = BoardMessage["assignments"][number];

type RowActions = {
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
      <Button
        look="bare"
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
      </Button>
    </td>
  );
}

type LearnerRowProps = RowActions & {
  learner: Learner;
  handedIn: HandedIn;
  standings: OwnStandings | undefined;
  assignments: readonly Assignment[];
  chosen: boolean;
  /** Whether no more learners can be chosen. */
  full: boolean;
};

/** A learner's row; drawn anew only where something of it changed. */
const LearnerRow = memo(function LearnerRow(props: LearnerRowProps) {
  const { learner, handedIn, standings, assignments, chosen, full } = props;
  const { onCell, onLearner, onChosen } = props;
  return (
    <tr data-learner={learner.id}>
      <th scope="row">
        <span className={styles.learner}>
          <input
            type="checkbox"
            aria-label={`Draw the curve of ${learner.name}`}
            checked={chosen}
            disabled={full && !chosen}
            onChange={({ target }) => onChosen(learner.id, target.checked)}
          />
          <Button
            look="bare"
            className={styles.name}
            onClick={() => onLearner(learner.id)}
          >
            {learner.name}
          </Button>
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
