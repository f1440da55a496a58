// The method of TensorFlow Playground, written anew: nodes and links are objects, one example
// goes forward and back at a time, and the weights change after each batch.
import type { Peer } from "../peer";
import { type Problem, type Row, rowLoss, rowsOf } from "../problem";

class PlaygroundNode {
  bias = 0;
  /** Links from the layer below, and to the one above. */
  inputs: Link[] = [];
  outputs: Link[] = [];
  total = 0;
  output = 0;
  /** The loss's slopes by the output, by the sum, and summed over the batch. */
  outputSlope = 0;
  totalSlope = 0;
  summed = 0;
  count = 0;

  constructor(readonly activation: Activation) {}

  forward() {
    this.total = this.bias;
    for (const link of this.inputs) this.total += link.weight * link.from.output;
    this.output = this.activation.output(this.total);
  }
}

class Link {
  slope = 0;
  summed = 0;
  count = 0;

  constructor(
    readonly from: PlaygroundNode,
    readonly to: PlaygroundNode,
    public weight: number,
  ) {}
}

type Activation = { output(total: number): number; slope(total: number): number };

const tanh: Activation = {
  output: (total) => Math.tanh(total),
  slope(total) {
    const output = Math.tanh(total);
    return 1 - output * output;
  },
};
const linear: Activation = { output: (total) => total, slope: () => 1 };

type Layers = readonly (readonly PlaygroundNode[])[];

function layersOf({ layers }: Problem): Layers {
  const built: PlaygroundNode[][] = [
    Array.from({ length: layers[0]?.inputs ?? 0 }, () => new PlaygroundNode(linear)),
  ];
  layers.forEach(({ outputs, weights, biases }, index) => {
    const activation = index < layers.length - 1 ? tanh : linear;
    const below = built.at(-1) ?? [];
    const nodes = Array.from({ length: outputs }, (_, output) => {
      const node = new PlaygroundNode(activation);
      node.bias = biases[output]!;
      below.forEach((from, input) => {
        const link = new Link(from, node, weights[input * outputs + output]!);
        from.outputs.push(link);
        node.inputs.push(link);
      });
      return node;
    });
    built.push(nodes);
  });
  return built;
}

/** The Playground has one output; several become shares by softmax here. */
function outputsOf(loss: Problem["loss"], last: readonly PlaygroundNode[]): number[] {
  const scores = last.map(({ output }) => output);
  if (loss === "squared") return scores;
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((all, one) => all + one, 0);
  return powers.map((power) => power / sum);
}

function forward(layers: Layers, loss: Problem["loss"], inputs: readonly number[]) {
  layers[0]!.forEach((node, n) => {
    node.output = inputs[n]!;
  });
  for (let index = 1; index < layers.length; index += 1) {
    for (const node of layers[index]!) node.forward();
  }
  return outputsOf(loss, layers.at(-1)!);
}

function backward(layers: Layers, loss: Problem["loss"], row: Row, outputs: number[]) {
  layers.at(-1)!.forEach((node, n) => {
    const off = outputs[n]! - row.targets[n]!;
    node.outputSlope = loss === "squared" ? 2 * off : off;
  });
  for (let index = layers.length - 1; index >= 1; index -= 1) {
    for (const node of layers[index]!) {
      node.totalSlope = node.outputSlope * node.activation.slope(node.total);
      node.summed += node.totalSlope;
      node.count += 1;
    }
    for (const node of layers[index]!) {
      for (const link of node.inputs) {
        link.slope = node.totalSlope * link.from.output;
        link.summed += link.slope;
        link.count += 1;
      }
    }
    if (index === 1) continue;
    for (const node of layers[index - 1]!) {
      node.outputSlope = 0;
      for (const link of node.outputs) {
        node.outputSlope += link.weight * link.to.totalSlope;
      }
    }
  }
}

function update(layers: Layers, rate: number) {
  for (let index = 1; index < layers.length; index += 1) {
    for (const node of layers[index]!) {
      if (node.count > 0) node.bias -= (rate * node.summed) / node.count;
      node.summed = 0;
      node.count = 0;
      for (const link of node.inputs) {
        if (link.count > 0) link.weight -= (rate * link.summed) / link.count;
        link.summed = 0;
        link.count = 0;
      }
    }
  }
}

export const playgroundLoops: Peer = {
  async open(problem) {
    const { loss, batch, rate } = problem;
    const layers = layersOf(problem);
    const [train, test] = [rowsOf(problem.train), rowsOf(problem.test)];
    function lossOver(rows: readonly Row[]) {
      let sum = 0;
      for (const row of rows) {
        sum += rowLoss(loss, row, forward(layers, loss, row.inputs));
      }
      return sum / rows.length;
    }
    function pass() {
      train.forEach((row, at) => {
        backward(layers, loss, row, forward(layers, loss, row.inputs));
        if ((at + 1) % batch === 0 || at === train.length - 1) update(layers, rate);
      });
    }
    return {
      async train(passes) {
        for (let done = 0; done < passes; done += 1) {
          pass();
          lossOver(train);
          lossOver(test);
        }
      },
      trainLoss: async () => lossOver(train),
      close() {},
    };
  },
};
