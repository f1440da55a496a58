"use client";
import { useMemo, useState } from "react";
import { Chart } from "@/components/chart/chart";
import type { ChartLine } from "@/components/chart/chart-line";
import classStyles from "@/components/class/class.module.css";
import { titleIn } from "@/components/class/class-assignment";
import { bestReceipt, VerdictMark } from "@/components/class/standing";
import type { ReceiptHead } from "@/content/class/messages";
import { numberText } from "@/labs/arithmetic/number-text";
import type { Pass } from "@/labs/training/training";
import styles from "./board.module.css";
import { Choice } from "./choice";
import type { Board } from "./merged-board";
import { useOpenedReceipts } from "./opened-receipts";

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
          formatY={numberText}
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

/** A learner whose curve is asked for. */
type Compared = {
  learner: string;
  name: string;
  /** Null where nothing was handed in. */
  receipt: ReceiptHead | null;
};

type LearnerCurve = Compared & {
  /** Null until it came. */
  curve: readonly Pass[] | null;
  problem: string | null;
};

/** The curves of receipts, each as soon as it came, and as lines of a chart. */
function useCurveLines(classId: string, compared: readonly Compared[]) {
  const ids = compared.flatMap(({ receipt }) => (receipt ? [receipt.id] : []));
  const opened = useOpenedReceipts(classId, ids);
  const curves = compared.map((one): LearnerCurve => {
    if (!one.receipt) return { ...one, curve: null, problem: "nothing handed in" };
    const found = opened.get(one.receipt.id);
    if (found === undefined) return { ...one, curve: null, problem: null };
    if ("problem" in found) return { ...one, curve: null, problem: found.problem };
    return { ...one, curve: found.receipt.curve, problem: null };
  });
  const mark = curves
    .map(({ learner, receipt, curve }) => [learner, receipt?.id, curve !== null].join())
    .join(" ");
  // The chart is drawn anew only for another list: news of the board mostly bring none.
  const lines = useMemo(() => curves.flatMap(lineOf), [mark]);
  return { curves, lines };
}

/** Each learner keeps a colour and a stroke, whatever came of the others. */
function lineOf({ learner, name, curve }: LearnerCurve, at: number): ChartLine[] {
  if (curve === null) return [];
  const points = curve.map(({ pass, testLoss }) => ({ x: pass, y: testLoss }));
  return [{ id: learner, label: name, points, tone: at, dash: at }];
}

function Numbers({ curve }: { curve: readonly Pass[] }) {
  const last = curve.at(-1);
  const lowest = curve.reduce(
    (least, { testLoss }) => Math.min(least, testLoss),
    Number.POSITIVE_INFINITY,
  );
  return (
    <>
      <td>{last?.pass}</td>
      <td>{numberText(curve[0]?.testLoss ?? 0)}</td>
      <td>{numberText(lowest)}</td>
      <td>{numberText(last?.testLoss ?? 0)}</td>
    </>
  );
}

/** The curves in numbers. */
function CurveTable({ curves }: { curves: readonly LearnerCurve[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
    <div className={styles.table} tabIndex={0} role="group" aria-label="Curves compared">
      <table>
        <thead>
          <tr>
            <th scope="col">Learner</th>
            <th scope="col">Verdict</th>
            <th scope="col">Passes</th>
            <th scope="col">First test loss</th>
            <th scope="col">Lowest told</th>
            <th scope="col">Last</th>
          </tr>
        </thead>
        <tbody>
          {curves.map(({ learner, name, receipt, curve, problem }) => (
            <tr key={learner}>
              <th scope="row">{name}</th>
              <td>
                {receipt ? (
                  <VerdictMark verdict={receipt.outcome?.verdict ?? null} />
                ) : (
                  "–"
                )}
              </td>
              {curve ? <Numbers curve={curve} /> : <td colSpan={4}>{problem ?? "…"}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
