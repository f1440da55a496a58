// The losses of runs, pass by pass: which lines they are in a chart, and sentences.
import { capital } from "@/components/kit/wording";
import { counted, numberText } from "@/labs/arithmetic/number-text";
import type { HeldSet } from "@/labs/data/sample";
import type { Pass } from "@/labs/training/training";
import { colourOf, curveTone, dashOf } from "./chart-line";

/** The passes of one run; its label is empty where it is alone. */
export type LossCurve = {
  id: string;
  label: string;
  passes: readonly Pass[];
  /** The set of its second loss. */
  held: HeldSet;
  /** Whether the run diverged after the last of them. */
  diverged?: boolean;
};

/** The set of the second losses of runs, in words; of different sets it is “held-out”. */
export function heldName(sets: Iterable<HeldSet>): string {
  const [set = "test", ...others] = new Set(sets);
  return others.length === 0 ? set : "held-out";
}

/** Which of the two losses are drawn, and how the choice is put. */
export function curveKinds(curves: readonly LossCurve[]) {
  const held = heldName(curves.map((curve) => curve.held));
  return {
    both: `Train and ${held}`,
    trainLoss: "Train loss",
    heldLoss: `${capital(held)} loss`,
  };
}

/** See `curveKinds`. */
export type CurveKind = keyof ReturnType<typeof curveKinds>;

/** One of the two losses. */
export type LossName = "trainLoss" | "heldLoss";

/** One loss of one run as a line of a chart: how it looks, and how it is called. */
export type LossLine = {
  id: string;
  label: string;
  of: LossName;
  curve: LossCurve;
  colour: string;
  dash: string;
};

/**
 * Alone, a run has its train loss in solid ink and its held loss dashed and muted. Beside
 * others each run has a colour, and where only one loss is drawn dashes of its own, too.
 */
export function lossLines(curves: readonly LossCurve[], kind: CurveKind): LossLine[] {
  const many = curves.length > 1;
  const drawn: readonly LossName[] = kind === "both" ? ["trainLoss", "heldLoss"] : [kind];
  return curves.flatMap((curve, index) => {
    const label = curve.label || (many ? "This run" : "");
    return drawn.map((of): LossLine => {
      const dash =
        many && kind !== "both" ? index : of === "heldLoss" ? "dashed" : "solid";
      return {
        id: `${curve.id}-${of}`,
        label: lineLabel(
          label,
          of === "trainLoss" ? "train loss" : `${curve.held} loss`,
          kind,
        ),
        of,
        curve,
        colour:
          !many && of === "heldLoss"
            ? "var(--muted)"
            : colourOf({ tone: many ? curveTone(index) : -1 }),
        dash: dashOf({ dash }),
      };
    });
  });
}

/** One kind of loss need not be named at each line. */
function lineLabel(label: string, loss: string, kind: CurveKind): string {
  if (!label) return loss;
  return kind === "both" ? `${label}, ${loss}` : label;
}

/** The losses after the latest of a curve's passes that is not after `pass`. */
export function passAt({ passes }: LossCurve, pass: number): Pass | null {
  const exact = passes[pass];
  if (exact?.pass === pass) return exact;
  return passes.findLast((one) => one.pass <= pass) ?? null;
}

/** A run's curve in one sentence. */
export function curveSentence(passes: readonly Pass[], held: HeldSet): string {
  const [first, last] = [passes[0], passes.at(-1)];
  if (!first || !last || last.pass === 0) {
    return `Before training, the train loss is ${numberText(first?.trainLoss ?? 0)} and the ${held} loss ${numberText(first?.heldLoss ?? 0)}.`;
  }
  const went = last.trainLoss < first.trainLoss ? "fell" : "rose";
  return `In ${counted(last.pass, "pass", "passes")} the train loss ${went} from ${numberText(first.trainLoss)} to ${numberText(last.trainLoss)}; the ${held} loss is ${numberText(last.heldLoss)}.`;
}

/** The losses at a pass, in words. */
export function readingText(lines: readonly LossLine[], at: number): string {
  const losses = lines.map(({ label, of, curve }) => {
    const pass = passAt(curve, at);
    return `${label} ${pass ? numberText(pass[of]) : "none"}`;
  });
  return `Pass ${at}: ${losses.join(", ")}`;
}

/** How a run that diverged on its own ended, in a few words; null for any other. */
export function divergedNote(curves: readonly LossCurve[], names: readonly LossName[]) {
  const [curve, ...others] = curves;
  const last = curve?.passes.at(-1);
  if (!curve?.diverged || others.length > 0 || !last) return null;
  return `Diverged after pass ${last.pass}, at a loss of ${numberText(last[names[0] ?? "trainLoss"])}`;
}
