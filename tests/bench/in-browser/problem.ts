// What every peer is given to learn: the same examples, from the same first weights.
import type { Point } from "@/labs/data/dataset";
import { inputsOf } from "@/labs/data/input";
import { drawPoints } from "@/labs/data/sample";
import { initialWeights, layered, type Network } from "@/labs/network/network";
import type { Examples as EngineExamples, Plan } from "@/labs/run/plan";
import { plainRun } from "@/labs/run/run";
import { digits } from "./digits";

/** A problem in words, as it is sent to the page. */
export type Asked = {
  /** The widths of the layers, such as "2-4-2-1". */
  network: string;
  data: "circle" | "digits";
  /** How many examples train, and how many only test. */
  train: number;
  test: number;
  /** Examples per step. */
  batch: number;
};

/** A network that is to tell apart as many points of the circle again as it trains on. */
export const onCircle = (network: string, train: number, batch: number): Asked => ({
  network,
  data: "circle",
  train,
  test: train,
  batch,
});

/** What is compared with other libraries. */
export const subjects: readonly Asked[] = [
  onCircle("2-4-2-1", 250, 10),
  onCircle("2-8-8-8-1", 250, 10),
  onCircle("2-64-64-1", 250, 10),
  { network: "64-32-10", data: "digits", train: 1437, test: 360, batch: 10 },
];

/** Row-major: `count` × inputs and `count` × outputs. */
export type Examples = { count: number; inputs: Float32Array; targets: Float32Array };

/** One layer at the start: `weights` is row-major, inputs × outputs. */
export type FirstLayer = {
  inputs: number;
  outputs: number;
  weights: Float32Array;
  biases: Float32Array;
};

/**
 * Plain gradient descent on mini-batches; hidden layers are tanh. "squared": linear
 * outputs and the mean squared error. "categorical": softmax, one-hot targets and the
 * mean cross-entropy.
 */
export type Problem = {
  /** The widths of its layers, such as "2-4-2-1". */
  name: string;
  loss: "squared" | "categorical";
  train: Examples;
  test: Examples;
  batch: number;
  rate: number;
  network: Network;
  layers: readonly FirstLayer[];
  /** The first weights of `layers` in one array, as `network` says. */
  weights: Float32Array;
};

function circle({ train, test }: Asked) {
  const examplesOf = (points: readonly Point[]): Examples => ({
    count: points.length,
    inputs: inputsOf(points, ["x", "y"]),
    targets: Float32Array.from(points, ({ target }) => target),
  });
  const samples = train + test;
  const drawn = drawPoints({ ...plainRun, samples, split: train / samples });
  return { train: examplesOf(drawn.train), test: examplesOf(drawn.held) };
}

/** The widths of the layers that a name such as "2-4-2-1" counts up. */
export const widthsOf = (network: string) => network.split("-").map(Number);

export async function problemOf(asked: Asked): Promise<Problem> {
  const [inputs = 0, ...hidden] = widthsOf(asked.network);
  const network = layered(inputs, hidden.slice(0, -1), ["tanh"], hidden.at(-1) ?? 0);
  const weights = initialWeights(network, plainRun.seed);
  const layers = network.layers.map(({ inputs, outputs, weightsAt, biasesAt }) => ({
    inputs,
    outputs,
    weights: weights.subarray(weightsAt, biasesAt),
    biases: weights.subarray(biasesAt, biasesAt + outputs),
  }));
  return {
    name: asked.network,
    loss: asked.data === "digits" ? "categorical" : "squared",
    ...(asked.data === "digits" ? await digits(asked) : circle(asked)),
    batch: asked.batch,
    rate: 0.03,
    network,
    layers,
    weights,
  };
}

/** One example, for peers that take them one at a time. */
export type Row = { inputs: number[]; targets: number[]; right: number };

/** The examples of a set; `right` is where the only target of a class stands. */
export function rowsOf({ count, inputs, targets }: Examples): Row[] {
  const partsOf = (all: Float32Array, at: number) => {
    const width = all.length / count;
    return [...all.subarray(at * width, (at + 1) * width)];
  };
  return Array.from({ length: count }, (_, at) => {
    const own = partsOf(targets, at);
    return { inputs: partsOf(inputs, at), targets: own, right: own.indexOf(1) };
  });
}

/** What one example adds to a loss, given scores, or shares of softmax. */
export function rowLoss(
  loss: Problem["loss"],
  { targets, right }: Row,
  outputs: ArrayLike<number>,
): number {
  if (loss === "categorical") return -Math.log(outputs[right] ?? Number.NaN);
  let sum = 0;
  for (let k = 0; k < targets.length; k += 1) sum += (outputs[k]! - targets[k]!) ** 2;
  return sum;
}

/** The mean loss of a set, for which a peer predicted `outputs`, row by row. */
export function lossOf(
  loss: Problem["loss"],
  set: Examples,
  outputs: Float32Array,
): number {
  const width = outputs.length / set.count;
  const own = rowsOf(set).map((row, at) =>
    rowLoss(loss, row, outputs.subarray(at * width, (at + 1) * width)),
  );
  return own.reduce((sum, one) => sum + one, 0) / set.count;
}

/** The numbers of the right classes, or the targets themselves. */
const goalsOf = ({ loss, train, test }: Problem) =>
  [train, test].flatMap((set) =>
    loss === "squared" ? [...set.targets] : rowsOf(set).map(({ right }) => right),
  );

/** The problem as the labs' own engines take it. */
export function planOf(problem: Problem): { plan: Plan; examples: EngineExamples } {
  const { loss, train, test, batch, rate, network } = problem;
  return {
    plan: {
      ...{ network, loss, rate, batch, train: train.count, held: test.count },
      ...{ optimizer: "sgd", regularization: "none", decay: 0, drop: 0 },
      seed: plainRun.seed,
    },
    examples: {
      features: Float32Array.from([...train.inputs, ...test.inputs]),
      targets: Float32Array.from(goalsOf(problem)),
    },
  };
}
