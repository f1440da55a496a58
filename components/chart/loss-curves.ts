import type { KeptRun } from "@/components/lab/shelf/shelf-store";
import type { Side } from "@/components/lab/training/sides";
import { lossText } from "@/labs/claim";
import { counted } from "@/labs/number-text";
import type { Pass } from "@/labs/pass";
import { thinned } from "@/labs/thinned";
import type { ChartLine } from "./chart";

// The curves of a lab as lines of a chart: what trains now, and what the reader kept.

/** Which of the two losses are drawn. */
export const curveKinds = {
  both: "Train and test loss",
  trainLoss: "Train loss",
  testLoss: "Test loss",
};

export type CurveKind = keyof typeof curveKinds;

/** More points than this no screen can show. */
const mostPoints = 240;

/** How many colours the chart has. */
const tones = 8;

/** What a logarithmic axis shows of a loss of 0. */
const lowest = 1e-6;

type Curve = {
  id: string;
  label: string;
  tone: number;
  passes: readonly Pass[];
  /** Which of the curves it is, from 0. */
  at: number;
};

/** One kind of loss need not be named at each line. */
function nameOf(label: string, loss: string, kind: CurveKind): string {
  if (!label) return loss;
  return kind === "both" ? `${label}, ${loss}` : label;
}

function linesOf(curve: Curve, kind: CurveKind, logarithmic: boolean): ChartLine[] {
  const { id, label, tone, passes, at } = curve;
  const drawn = thinned(passes, mostPoints);
  const line = (of: "trainLoss" | "testLoss"): ChartLine => ({
    id: `${id}-${of}`,
    label: nameOf(label, of === "trainLoss" ? "train loss" : "test loss", kind),
    tone,
    dash: kind !== "both" ? at : of === "trainLoss" ? "solid" : "dashed",
    points: drawn.map((pass) => {
      const loss = pass[of];
      return { x: pass.pass, y: logarithmic ? Math.max(loss, lowest) : loss };
    }),
  });
  if (kind !== "both") return [line(kind)];
  return [line("trainLoss"), { ...line("testLoss"), tone: tone < 0 ? 0 : tone }];
}

/**
 * A solid line for each train loss, a dashed one in the same colour for each test loss.
 * Where only one of them is drawn, every curve is broken in a way of its own.
 */
export function lossLines(
  sides: readonly Side[],
  kept: readonly KeptRun[],
  kind: CurveKind,
  logarithmic: boolean,
): ChartLine[] {
  const many = sides.length + kept.length > 1;
  const curves: Curve[] = [
    ...sides.map(({ label, passes }, index) => ({
      id: `side-${index}`,
      label: label || (many ? "This run" : ""),
      tone: many ? index % tones : -1,
      passes,
      at: index,
    })),
    ...kept.map(({ id, name, curve }, index) => ({
      id,
      label: name,
      tone: (sides.length + index) % tones,
      passes: curve,
      at: sides.length + index,
    })),
  ];
  return curves.flatMap((curve) => linesOf(curve, kind, logarithmic));
}

// The loss curve in words.

/** The curve in one sentence. */
export function inWords(passes: readonly Pass[]): string {
  const [first, last] = [passes[0], passes.at(-1)];
  if (!first || !last || last.pass === 0) {
    return `Before training, the train loss is ${lossText(first?.trainLoss ?? 0)} and the test loss ${lossText(first?.testLoss ?? 0)}.`;
  }
  const went = last.trainLoss < first.trainLoss ? "fell" : "rose";
  return `In ${counted(last.pass, "pass", "passes")} the train loss ${went} from ${lossText(first.trainLoss)} to ${lossText(last.trainLoss)}; the test loss is ${lossText(last.testLoss)}.`;
}
