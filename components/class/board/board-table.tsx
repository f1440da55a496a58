"use client";
import { useState } from "react";
import { Pager } from "@/components/kit/pager";
import styles from "./board.module.css";
import { LearnerRow, type RowActions } from "./learner-row";
import type { Board } from "./merged-board";
import type { OwnStandings } from "./quiz-standings";
import { type Row, type Shown, shownAssignments } from "./shown-rows";
import { titleIn } from "./told-assignment";

/** How many learners are shown at once. */
const page = 100;

type Props = RowActions & {
  board: Board;
  shown: Shown;
  rows: readonly Row[];
  /** In graded quizzes, by learner. */
  standings: ReadonlyMap<string, OwnStandings>;
  /** Whose curves are drawn. */
  chosen: ReadonlySet<string>;
  mostChosen: number;
};

/** Learners and assignments: what the best of each cell's receipts came to. */
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
      <div
        className={styles.table}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
        tabIndex={0}
        role="group"
        aria-label="Board"
      >
        <table>
          <thead>
            <tr>
              <th scope="col">Learner</th>
              {columns.map(({ id, link }) => (
                <th scope="col" key={id}>
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
        </table>
      </div>
    </>
  );
}
