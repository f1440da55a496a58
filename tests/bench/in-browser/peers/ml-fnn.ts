// ml-fnn: matrices in plain JavaScript, all examples in one step.
import FeedForwardNeuralNetworks from "ml-fnn";
import type { Peer } from "../peer";
import { type Problem, type Row, rowLoss, rowsOf } from "../problem";

/** The problem's first weights. One output becomes the first of two classes' scores. */
function layersOf({ layers, loss }: Problem) {
  return layers.map(({ inputs, outputs, weights, biases }, index) => {
    const isScore = index === layers.length - 1 && loss === "squared";
    const own = (numbers: Float32Array) => (isScore ? [...numbers, 0] : [...numbers]);
    const rowOf = (input: number) =>
      own(weights.subarray(input * outputs, (input + 1) * outputs));
    return {
      model: "Layer",
      activation: "tanh",
      activationParam: 1,
      W: Array.from({ length: inputs }, (_, input) => rowOf(input)),
      b: [own(biases)],
    } as const;
  });
}

export const mlFnnOnCpu: Peer = {
  async open(problem) {
    const { loss, train, test, rate } = problem;
    const classOf = ({ targets, right }: Row) =>
      loss === "categorical" ? right : Number((targets[0] ?? 0) > 0);
    const setOf = (rows: readonly Row[]) => ({
      rows,
      inputs: rows.map(({ inputs }) => inputs),
      classes: rows.map(classOf),
    });
    const [own, tested] = [setOf(rowsOf(train)), setOf(rowsOf(test))];
    // Its slopes are sums over all examples.
    const learning = { regularization: 0, epsilon: rate / train.count };
    const net = FeedForwardNeuralNetworks.load({
      ...{ model: "FNN", iterations: 1, dicts: { inputs: {}, outputs: {} } },
      layers: layersOf(problem).map((layer) => ({ ...layer, ...learning })),
    });
    /** The scores that its weights give, computed here: it tells classes alone. */
    function scoresOf(inputs: readonly number[]) {
      const { layers } = net.toJSON();
      return layers.reduce((below, { W, b }, index) => {
        const sums = Array.from({ length: W.columns }, (_, out) =>
          below.reduce((sum, value, at) => sum + value * W.get(at, out), b.get(0, out)),
        );
        return index < layers.length - 1 ? sums.map(Math.tanh) : sums;
      }, inputs);
    }
    return {
      async train(passes) {
        for (let done = 0; done < passes; done += 1) {
          net.train(own.inputs, own.classes);
          net.predict(own.inputs);
          net.predict(tested.inputs);
        }
      },
      async trainLoss() {
        // Its classes are numbered as they first appear among the examples.
        const order = [...new Set(own.classes)];
        const of = own.rows.map((row, at) => {
          const powers = scoresOf(row.inputs).map(Math.exp);
          const sum = powers.reduce((all, power) => all + power, 0);
          const right = order.indexOf(own.classes[at]!);
          const shares = powers.map((power) => power / sum);
          return rowLoss("categorical", { ...row, right }, shares);
        });
        return of.reduce((sum, one) => sum + one, 0) / of.length;
      },
      close() {},
    };
  },
};
