// How the replay of a receipt's run on the CPU compares with the receipt.
import type { Pass } from "../training/training";
import type { Finding } from "./finding";
import type { Receipt } from "./receipt";

/** How far a GPU's rounding may take losses and weights from the CPU's, as a share. */
const tolerance = 0.01;

/** Numbers below this are alike, as far as shares go. */
const tiny = { loss: 1e-3, weight: 0.1 };

/** The distance of two numbers as a share of the larger; of a missing one: infinite. */
function distance(one: number, other: number | undefined, least: number): number {
  if (other === undefined) return Number.POSITIVE_INFINITY;
  const far = Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other), least);
  return Number.isNaN(far) ? Number.POSITIVE_INFINITY : far;
}

const furthest = (
  numbers: ArrayLike<number>,
  others: ArrayLike<number>,
  least: number,
): number =>
  Array.from(numbers).reduce(
    (most, one, at) => Math.max(most, distance(one, others[at], least)),
    0,
  );

/** The losses as a receipt holds them. */
const lossesOf = (curve: readonly Pass[]) =>
  Float32Array.from(curve.flatMap(({ trainLoss, testLoss }) => [trainLoss, testLoss]));

/** Where two lists of f32 first differ in a bit; −1 where nowhere. */
function firstDifferent(one: Float32Array, other: Float32Array): number {
  const bits = (numbers: Float32Array) => new Uint32Array(numbers.slice().buffer);
  const others = bits(other);
  return bits(one).findIndex((bit, at) => bit !== others[at]);
}

const percent = (share: number) => {
  if (!Number.isFinite(share)) return "without bound";
  return share < 0.000001 ? "0.0001 %" : `${Number((100 * share).toPrecision(2))} %`;
};

type Compared = Pick<Finding, "verdict" | "says"> & { exact: boolean };

/** Compares a whole replay: its curve at the passes told, and its weights at the end. */
export function compared(
  receipt: Receipt,
  curve: readonly Pass[],
  weights: Float32Array,
): Compared {
  const [losses, theirs] = [lossesOf(curve), lossesOf(receipt.curve)];
  const atLoss = firstDifferent(losses, theirs);
  const atWeight = firstDifferent(weights, receipt.weights);
  if (atLoss < 0 && atWeight < 0) {
    const says = "Replayed, identical: training it again gave the same bits.";
    return { exact: true, verdict: "good", says };
  }
  if (receipt.device.kind === "cpu") {
    const pass = curve[Math.floor(atLoss / 2)]?.pass;
    const where = atLoss < 0 ? `weight ${atWeight + 1}` : `the loss after pass ${pass}`;
    const says = `Replayed, and it differs from ${where} on, though a run on the CPU gives the same bits everywhere: its curve or its weights are not those of this run.`;
    return { exact: false, verdict: "bad", says };
  }
  const far = Math.max(
    furthest(losses, theirs, tiny.loss),
    furthest(weights, receipt.weights, tiny.weight),
  );
  const agrees = far <= tolerance;
  const says = agrees
    ? `Replayed, agrees within ${percent(far)}: a GPU rounds otherwise than the CPU.`
    : `Replayed on the CPU, and it differs: ${percent(far)} at most. A GPU’s rounding can grow to that in a long or jumpy run, and weights of another run would show it, too. Training it once more on the CPU would tell.`;
  return { exact: false, verdict: agrees ? "good" : "unsure", says };
}

type SoFar = { curve: readonly Pass[]; receipt: Receipt; pass: number; passes: number };

/** What can be said of a replay that was stopped after `pass` of `passes`. */
export function comparedSoFar(soFar: SoFar): Pick<Finding, "verdict" | "says"> {
  const { curve, receipt, pass, passes } = soFar;
  const onCpu = receipt.device.kind === "cpu";
  const far = furthest(lossesOf(curve), lossesOf(receipt.curve), tiny.loss);
  const agrees = far <= (onCpu ? 0 : tolerance);
  const share = Math.floor((100 * pass) / passes);
  const says = `Not replayed to its end: it was stopped after pass ${pass} of ${passes} (${share} %). As far as it came, its losses ${agrees ? "agree" : "differ"}.`;
  // On the CPU a difference is one, wherever it is seen.
  return { verdict: onCpu && !agrees ? "bad" : "unsure", says };
}
