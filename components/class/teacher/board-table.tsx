"use client";
import { memo, useState } from "react";
import { assignmentIn, titleIn } from "@/components/class/class-assignment";
import { standingOf, VerdictMark } from "@/components/class/standing";
import { Button } from "@/components/kit/button";
import { Pager } from "@/components/kit/pager";
import { ScrollTable } from "@/components/kit/scroll-table";
import type { BoardMessage } from "@/content/class/messages";
import { gradeOf, hasPoints, pointsText } from "../grade";
import styles from "./board-table.module.css";
import { nothingText, type OwnWork, sumOf, type Work, workFor } from "./grades";
import type { Board } from "./merged-board";
import { standingText } from "./quiz-standings";
import { type Learner, type Shown, type ShownRow, shownAssignments } from "./shown-rows";

/** How many learners are shown at once. */
const page = 100;

type Props = RowActions & {
  board: Board;
  shown: Shown;
  rows: readonly ShownRow[];
  /** The ids of the learners that are ticked. */
  chosen: ReadonlySet<string>;
};

/** Learners by assignments: each cell shows the best of what was done, and the points. */
export function BoardTable(props: Props) {
  const { board, shown, rows, chosen, onCell, onLearner, onChosen } = props;
  const [asked, setFrom] = useState(0);
  const lastStart = Math.max(0, Math.ceil(rows.length / page) - 1) * page;
  const from = Math.min(asked, lastStart);
  const columns = shownAssignments(board, shown);
  const { assignments } = board;
  const pointed = assignments.some(hasOwnPoints) ? assignments : null;
  const shownNow = rows.slice(from, from + page);
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
            {pointed && <th scope="col">Points</th>}
          </tr>
        </thead>
        <tbody>
          {shownNow.map(({ learner, own }) => (
            <LearnerRow
              key={learner.id}
              {...{ learner, columns, onCell, onLearner, onChosen, ...own }}
              pointed={pointed}
              chosen={chosen.has(learner.id)}
            />
          ))}
        </tbody>
      </ScrollTable>
    </>
  );
}

type Assignment = BoardMessage["assignments"][number];

const hasOwnPoints = ({ link }: Assignment) => hasPoints(assignmentIn(link));

type RowActions = {
  onCell(learner: string, assignment: string): void;
  onLearner(learner: string): void;
  onChosen(learner: string, chosen: boolean): void;
};

type CellProps = {
  learner: Learner;
  assignment: Assignment;
  own: OwnWork;
  onCell: RowActions["onCell"];
};

const markSigns = { accepted: "✓ accepted", refused: "✗ refused" };

function Cell({ learner, assignment, own, onCell }: CellProps) {
  const work = workFor(assignment, own);
  const grade = gradeOf(assignmentIn(assignment.link), work);
  const { receipts, quiz, mark } = work;
  const { count, best, checking } = standingOf(receipts);
  const pointed = mark?.points != null || hasOwnPoints(assignment);
  const facts = [
    quiz && standingText(quiz),
    pointed &&
      grade?.earned != null &&
      `${pointsText(grade.earned)} of ${pointsText(grade.of)} points`,
    grade?.late && "late",
    grade?.receipt?.outcome?.changed && "changed",
  ].filter(Boolean);
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
        <CellVerdict {...{ count, best, checking, mark }} />
        {count === 0 && !quiz && !mark && (
          <>
            <span aria-hidden="true">–</span>
            <span className="visually-hidden">{nothingText(assignment.link)}</span>
          </>
        )}
        {facts.length > 0 && (
          <span className={styles.facts}>
            {(count > 0 || mark?.verdict) && <span className="visually-hidden">, </span>}
            {facts.join(" · ")}
          </span>
        )}
      </Button>
    </td>
  );
}

type VerdictProps = ReturnType<typeof standingOf> & Pick<Work, "mark">;

/** The teacher's word, or else what the check found, and how many were handed in. */
function CellVerdict({ count, best, checking, mark }: VerdictProps) {
  if (mark?.verdict) {
    return (
      <span className={styles.mark} data-mark={mark.verdict}>
        {markSigns[mark.verdict]}
      </span>
    );
  }
  if (count === 0) return null;
  return (
    <span className={styles.verdict}>
      <VerdictMark verdict={best} checking={best !== null && checking} />{" "}
      <span className={styles.count}>
        {count}
        <span className="visually-hidden"> handed in</span>
      </span>
    </span>
  );
}

type LearnerRowProps = RowActions &
  OwnWork & {
    learner: Learner;
    columns: readonly Assignment[];
    /** All assignments, where their points are summed; else null. */
    pointed: readonly Assignment[] | null;
    chosen: boolean;
  };

/** A learner's row; drawn anew only where something of it changed. */
const LearnerRow = memo(function LearnerRow(props: LearnerRowProps) {
  const { learner, columns, pointed, chosen } = props;
  const { handedIn, quizzes, marks, extensions } = props;
  const { onCell, onLearner, onChosen } = props;
  const own = { handedIn, quizzes, marks, extensions };
  const sum = pointed && sumOf(pointed, own);
  return (
    <tr data-learner={learner.id}>
      <th scope="row">
        <span className={styles.learner}>
          <input
            type="checkbox"
            aria-label={`Choose ${learner.name}`}
            checked={chosen}
            onChange={({ target }) => onChosen(learner.id, target.checked)}
          />
          <Button
            look="bare"
            className={styles.name}
            onClick={() => onLearner(learner.id)}
          >
            {learner.name}
          </Button>
          {learner.section && <span className={styles.count}>{learner.section}</span>}
        </span>
      </th>
      {columns.map((assignment) => (
        <Cell key={assignment.id} {...{ learner, assignment, own, onCell }} />
      ))}
      {pointed && (
        <td className={styles.sum} data-sum>
          {sum ? `${pointsText(sum.earned)} of ${pointsText(sum.of)}` : "–"}
        </td>
      )}
    </tr>
  );
});
