"use client";
import { useMemo } from "react";
import type { ChartLine } from "@/components/lab/chart/chart";
import type { Pass } from "@/labs/pass";
import type { ReceiptHead } from "../messages";
import { useOpenedReceipts } from "./use-opened-receipts";

/** A learner whose curve is asked for. */
export type Compared = {
  learner: string;
  name: string;
  /** Null where nothing was handed in. */
  receipt: ReceiptHead | null;
};

export type LearnerCurve = Compared & {
  /** Null until it came. */
  curve: readonly Pass[] | null;
  problem: string | null;
};

/** The curves of receipts, each as soon as it came, and as lines of a chart. */
export function useCurveLines(classId: string, compared: readonly Compared[]) {
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
