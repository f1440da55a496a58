// The losses of runs, pass by pass, as the lines of a chart and in words.

import { counted, numberText } from "@/labs/arithmetic/number-text";
import { thinOut } from "@/labs/arithmetic/thin-out";
import type { Pass } from "@/labs/training/training";
import { type ChartLine, tones } from "./chart-line";

/** The passes of one run; its label is empty where it is alone. */
export type LossCurve = { id: string; label: string; passes: readonly Pass[] };

/** Which of the two losses are drawn, and how the choice is put. */
export const curveKinds = {
  both: "Train and test loss",
  trainLoss: "Train loss",
  testLoss: "Test loss",
};

/** See `curveKinds`. */
export type CurveKind = keyof typeof curveKinds;

/** More points than this no screen can show. */
const mostPoints = 240;

/** Where a logarithmic axis shows a loss of 0. */
const lowest = 1e-6;

/**
 * A solid line for each train loss, a dashed one in the same colour for each test loss.
 * Where only one of them is drawn, every curve is broken in a way of its own.
 */
export function lossLines(
  curves: readonly LossCurve[],
  kind: CurveKind,
  logarithmic: boolean,
): ChartLine[] {
  const many = curves.length > 1;
  return curves.flatMap((curve, index) => {
    const label = curve.label || (many ? "This run" : "");
    const tone = many ? index % tones : -1;
    const drawn = thinOut(curve.passes, mostPoints);
    const line = (of: "trainLoss" | "testLoss"): ChartLine => ({
      id: `${curve.id}-${of}`,
      label: lineLabel(label, of === "trainLoss" ? "train loss" : "test loss", kind),
      tone,
      dash: kind !== "both" ? index : of === "trainLoss" ? "solid" : "dashed",
      points: drawn.map((pass) => {
        const loss = pass[of];
        return { x: pass.pass, y: logarithmic ? Math.max(loss, lowest) : loss };
      }),
    });
    if (kind !== "both") return [line(kind)];
    return [line("trainLoss"), { ...line("testLoss"), tone: Math.max(tone, 0) }];
  });
}

/** One kind of loss need not be named at each line. */
function lineLabel(label: string, loss: string, kind: CurveKind): string {
  if (!label) return loss;
  return kind === "both" ? `${label}, ${loss}` : label;
}

/** A run's curve in one sentence. */
export function curveSentence(passes: readonly Pass[]): string {
  const [first, last] = [passes[0], passes.at(-1)];
  if (!first || !last || last.pass === 0) {
    return `Before training, the train loss is ${numberText(first?.trainLoss ?? 0)} and the test loss ${numberText(first?.testLoss ?? 0)}.`;
  }
  const went = last.trainLoss < first.trainLoss ? "fell" : "rose";
  return `In ${counted(last.pass, "pass", "passes")} the train loss ${went} from ${numberText(first.trainLoss)} to ${numberText(last.trainLoss)}; the test loss is ${numberText(last.testLoss)}.`;
}
