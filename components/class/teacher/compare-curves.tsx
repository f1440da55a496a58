"use client";
import { useMemo, useState } from "react";
import { Chart } from "@/components/chart/chart";
import type { ChartLine } from "@/components/chart/chart-line";
import { heldName } from "@/components/chart/loss-curves";
import { titleIn } from "@/components/class/class-assignment";
import { ClassSection } from "@/components/class/class-section";
import { bestReceipt, VerdictMark } from "@/components/class/standing";
import { Button } from "@/components/kit/button";
import { Choice } from "@/components/kit/choice";
import { Row } from "@/components/kit/layout";
import { ScrollTable } from "@/components/kit/scroll-table";
import { capital } from "@/components/kit/wording";
import type { ReceiptHead } from "@/content/class/messages";
import { numberText } from "@/labs/arithmetic/number-text";
import { type HeldSet, heldSet } from "@/labs/data/sample";
import type { Pass } from "@/labs/training/training";
import type { Board } from "./merged-board";
import { type OpenedReceipt, useOpenedReceipts } from "./opened-receipts";

type Props = {
  board: Board;
  /** Whose curves are drawn, in the order in which they were chosen. */
  chosen: readonly string[];
  /** The assignment that the board shows alone; "" for all. */
  assignment: string;
  onNone(): void;
};

/** The curves, of the examples held out, of chosen learners, laid over each other. */
export function CompareCurves({ board, chosen, assignment, onNone }: Props) {
  const { assignments, learners, handedIn } = board;
  const [asked, setAsked] = useState("");
  const known = assignments.some(({ id }) => id === asked);
  const shown = assignment || (known ? asked : (assignments[0]?.id ?? ""));
  const compared = useMemo(
    () => comparedIn({ learners, handedIn }, chosen, shown),
    [learners, handedIn, chosen, shown],
  );
  const ids = compared.flatMap(({ receipt }) => (receipt ? [receipt.id] : []));
  const opened = useOpenedReceipts(board.class.id, ids);
  // The chart is drawn anew only for other curves: most news of the board bring none.
  const curves = useMemo(
    () => compared.map((one) => curveOf(one, opened)),
    [compared, opened],
  );
  const lines = useMemo(() => curves.flatMap(lineOf), [curves]);
  const loss = `${heldName(curves.flatMap(({ held }) => held ?? []))} loss`;
  const named = Object.fromEntries(
    assignments.map(({ id, link }) => [id, titleIn(link)]),
  );
  return (
    <ClassSection title="Curves side by side">
      {assignment === "" && (
        <Row>
          <Choice label="Curves for" value={shown} named={named} onChoose={setAsked} />
        </Row>
      )}
      {lines.length > 0 && (
        <Chart
          label={`${capital(loss)} of ${lines.map(({ label }) => label).join(", ")}`}
          lines={lines}
          xLabel="Pass"
          yLabel={capital(loss)}
          formatY={numberText}
        />
      )}
      <CurveTable curves={curves} loss={loss} />
      <Row>
        <Button onClick={onNone}>Draw none</Button>
      </Row>
    </ClassSection>
  );
}

/** A learner whose curve is asked for. */
type Compared = {
  learner: string;
  name: string;
  /** Null where nothing was handed in. */
  receipt: ReceiptHead | null;
};

/** The best receipt of each chosen learner for an assignment. */
function comparedIn(
  { learners, handedIn }: Pick<Board, "learners" | "handedIn">,
  chosen: readonly string[],
  assignment: string,
): Compared[] {
  const names = new Map(learners.map(({ id, name }) => [id, name]));
  return chosen.flatMap((learner) => {
    const name = names.get(learner);
    const receipts = handedIn.get(learner)?.get(assignment) ?? [];
    return name === undefined ? [] : [{ learner, name, receipt: bestReceipt(receipts) }];
  });
}

type LearnerCurve = Compared & {
  /** Null until it came. */
  curve: readonly Pass[] | null;
  /** The set of its second loss. */
  held: HeldSet | null;
  problem: string | null;
};

function curveOf(
  one: Compared,
  opened: ReadonlyMap<string, OpenedReceipt>,
): LearnerCurve {
  const none = { ...one, curve: null, held: null };
  if (!one.receipt) return { ...none, problem: "nothing handed in" };
  const found = opened.get(one.receipt.id);
  if (found === undefined) return { ...none, problem: null };
  if ("problem" in found) return { ...none, problem: found.problem };
  const { receipt, run } = found;
  return { ...one, curve: receipt.curve, held: heldSet(run), problem: null };
}

/** Each learner keeps a colour and a stroke, whatever came of the others. */
function lineOf({ learner, name, curve }: LearnerCurve, at: number): ChartLine[] {
  if (curve === null) return [];
  const points = curve.map(({ pass, heldLoss }) => ({ x: pass, y: heldLoss }));
  return [{ id: learner, label: name, points, tone: at, dash: at }];
}

function Numbers({ curve }: { curve: readonly Pass[] }) {
  const last = curve.at(-1);
  const lowest = curve.reduce(
    (least, { heldLoss }) => Math.min(least, heldLoss),
    Number.POSITIVE_INFINITY,
  );
  return (
    <>
      <td>{last?.pass}</td>
      <td>{numberText(curve[0]?.heldLoss ?? 0)}</td>
      <td>{numberText(lowest)}</td>
      <td>{numberText(last?.heldLoss ?? 0)}</td>
    </>
  );
}

type CurveTableProps = { curves: readonly LearnerCurve[]; loss: string };

/** The curves in numbers. */
const CurveTable = ({ curves, loss }: CurveTableProps) => (
  <ScrollTable label="Curves compared" cells="words" height="tall" sticky>
    <thead>
      <tr>
        <th scope="col">Learner</th>
        <th scope="col">Verdict</th>
        <th scope="col">Passes</th>
        <th scope="col">First {loss}</th>
        <th scope="col">Lowest told</th>
        <th scope="col">Last</th>
      </tr>
    </thead>
    <tbody>
      {curves.map(({ learner, name, receipt, curve, problem }) => (
        <tr key={learner}>
          <th scope="row">{name}</th>
          <td>
            {receipt ? <VerdictMark verdict={receipt.outcome?.verdict ?? null} /> : "–"}
          </td>
          {curve ? <Numbers curve={curve} /> : <td colSpan={4}>{problem ?? "…"}</td>}
        </tr>
      ))}
    </tbody>
  </ScrollTable>
);
