import { datasets } from "@/labs/data/datasets";
import { formulaWork } from "@/labs/network/curves";
import { workOf } from "@/labs/network/network";
import { networkOf, type Task } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { meanLosses } from "@/labs/training/score";
import { noLoss, type Pass, type Training } from "@/labs/training/training";
import { arithmeticOf } from "./arithmetic";
import type { Finding } from "./findings";
import type { Receipt } from "./receipt";

// Trains the run of a receipt again, on the CPU.

/** At least as many examples as the largest table of data holds. */
const mostRows = 2000;

/** At least as many letters as the lessons' text holds. */
const mostLetters = 15_000;

/** Examples of a run, without drawing them: some more may be counted than there are. */
function examplesAtMost({ data, own, values, samples, text }: Run): number {
  if (data === "text") return text.length;
  if (data === "lessons") return mostLetters;
  if (data === "own") return own.length;
  if (data === "values") return values.length;
  return datasets[data].uses.some((setting) => setting === "samples")
    ? samples
    : mostRows;
}

/**
 * How much a replay of a receipt's run computes, known before it begins: as long as so many
 * multiplications of the first arithmetic take. An optimizer's step counts as 40 a weight;
 * see `formulaWork`, too. What no arithmetic replays is no work.
 */
export function replayWork(receipt: Pick<Receipt, "kernel">, run: Run): number {
  const { time } = arithmeticOf(receipt) ?? { time: 0 };
  const network = networkOf(run);
  const { size } = network;
  const examples = examplesAtMost(run);
  const work = workOf(network) + formulaWork(network, run.loss);
  const evaluated = 4 * examples * (work + 30);
  const steps = Math.ceil((examples * run.split) / run.batch) * (40 * size + 100);
  return time * run.passes * (evaluated + steps);
}

/** About so many multiplications between two looks at whether to go on: 20 ms at most. */
const workAtOnce = 10_000_000;

type Replayed = {
  /** As the receipt's curve, as far as the replay came. */
  curve: readonly Pass[];
  finding: Finding;
  /** Whether weights and curve are the receipt's to the last bit. */
  exact: boolean;
  /** The replay's own; null where it was stopped. */
  weights: Float32Array | null;
};

/**
 * Trains the task of the receipt's run again, with the arithmetic that made it. Yields the
 * share done every few milliseconds; given false, it stops there.
 */
export function* replaying(
  receipt: Receipt,
  task: Task,
  training: Training,
): Generator<number, Replayed, boolean | undefined> {
  const { plan, examples, passes } = task;
  const { train, held, network } = plan;
  const state = task.state.slice();
  const curve: Pass[] = [{ pass: 0, ...meanLosses(plan, examples, state) }];
  const once = workOf(network) + formulaWork(network, plan.loss);
  const work = once * (4 * train + held);
  const most = Math.max(1, Math.floor(workAtOnce / work));
  let pass = 0;
  for (const { pass: until } of receipt.curve) {
    while (pass < until) {
      if ((yield pass / passes) === false) {
        const said = comparedSoFar({ curve, receipt, pass, passes });
        const finding = { about: "replay", ...said } as const;
        return { curve, finding, exact: false, weights: null };
      }
      const count = Math.min(most, until - pass);
      const losses = new Float32Array(2 * count);
      training.train(state, pass + 1, count, losses);
      pass += count;
      const [trainLoss = noLoss, heldLoss = noLoss] = losses.slice(-2);
      if (pass === until) curve.push({ pass, trainLoss, heldLoss });
    }
  }
  const weights = state.slice(0, network.size);
  const { exact, verdict, says } = compared(receipt, curve, weights);
  return { curve, finding: { about: "replay", verdict, says }, exact, weights };
}

// How the replay of a receipt's run on the CPU compares with the receipt.

/** How far a GPU's rounding may take losses and weights from the CPU's, as a share. */
const tolerance = 0.01;

/** Numbers below this are alike, as far as shares go. */
const tiny = { loss: 1e-3, weight: 0.1 };

/** The distance of two numbers as a share of the larger; of what is no number: infinite. */
function distance(one: number, other = Number.NaN, least: number): number {
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
  Float32Array.from(curve.flatMap(({ trainLoss, heldLoss }) => [trainLoss, heldLoss]));

/** Where two lists of f32 first differ in a bit; −1 where nowhere. */
function firstDifferent(one: Float32Array, other: Float32Array): number {
  const bits = ({ buffer, byteOffset, length }: Float32Array) =>
    new Uint32Array(buffer, byteOffset, length);
  const others = bits(other);
  return bits(one).findIndex((bit, at) => bit !== others[at]);
}

const percent = (share: number) => {
  if (!Number.isFinite(share)) return "without bound";
  return share < 0.000001 ? "0.0001 %" : `${Number((100 * share).toPrecision(2))} %`;
};

type Compared = Pick<Finding, "verdict" | "says"> & { exact: boolean };

/** Compares a whole replay: its curve at the same passes, and its weights at the end. */
function compared(
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

/** Judges a replay that was stopped after `pass` of `passes`. */
function comparedSoFar(soFar: SoFar): Pick<Finding, "verdict" | "says"> {
  const { curve, receipt, pass, passes } = soFar;
  const onCpu = receipt.device.kind === "cpu";
  const far = furthest(lossesOf(curve), lossesOf(receipt.curve), tiny.loss);
  const agrees = far <= (onCpu ? 0 : tolerance);
  const share = Math.floor((100 * pass) / passes);
  const says = `Not replayed to its end: it was stopped after pass ${pass} of ${passes} (${share} %). As far as it came, its losses ${agrees ? "agree" : "differ"}.`;
  // On the CPU a difference is one, wherever it is seen.
  return { verdict: onCpu && !agrees ? "bad" : "unsure", says };
}
