"use client";
import { useState } from "react";
import { Chart } from "@/components/lab/chart/chart";
import { lossText } from "@/labs/claim";
import classStyles from "../class.module.css";
import { bestReceipt } from "./best-verdict";
import styles from "./board.module.css";
import { Choice } from "./choice";
import { type Compared, useCurveLines } from "./curve-lines";
import { CurveTable } from "./curve-table";
import type { Board } from "./merged-board";
import { titleIn } from "./told-assignment";

type Props = {
  board: Board;
  /** Whose curves are drawn, in the order in which they were chosen. */
  chosen: readonly string[];
  /** The assignment that the board shows alone; "" for all. */
  assignment: string;
  onNone(): void;
};

/** The best receipt of each chosen learner for an assignment. */
function comparedIn(board: Board, chosen: readonly string[], assignment: string) {
  const named = new Map(board.learners.map(({ id, name }) => [id, name]));
  return chosen.flatMap((learner): Compared[] => {
    const name = named.get(learner);
    const receipts = board.handedIn.get(learner)?.get(assignment) ?? [];
    return name === undefined ? [] : [{ learner, name, receipt: bestReceipt(receipts) }];
  });
}

/** The test-loss curves of chosen learners, laid over each other. */
export function ComparePanel({ board, chosen, assignment, onNone }: Props) {
  const [asked, setAsked] = useState("");
  const known = (id: string) => board.assignments.some((one) => one.id === id);
  const [first] = board.assignments;
  const shown = assignment || (known(asked) ? asked : (first?.id ?? ""));
  const compared = comparedIn(board, chosen, shown);
  const { curves, lines } = useCurveLines(board.class.id, compared);
  const named = Object.fromEntries(
    board.assignments.map(({ id, link }) => [id, titleIn(link)]),
  );
  return (
    <section className={classStyles.part} aria-labelledby="curves">
      <h2 id="curves">Curves side by side</h2>
      {assignment === "" && (
        <div className={styles.filter}>
          <Choice
            label="Curves for"
            value={shown}
            named={named}
            onChange={(id) => setAsked(id)}
          />
        </div>
      )}
      {lines.length > 0 && (
        <Chart
          label={`Test loss of ${lines.map(({ label }) => label).join(", ")}`}
          lines={lines}
          xLabel="Pass"
          yLabel="Test loss"
          formatY={lossText}
        />
      )}
      <CurveTable curves={curves} />
      <p>
        <button type="button" onClick={onNone}>
          Draw none
        </button>
      </p>
    </section>
  );
}
