// ConvNetJS: plain JavaScript, one example at a time.
import convnetjs from "convnetjs";
import type { Peer } from "../peer";
import { type Examples, lossOf, type Problem } from "../problem";

function netOf({ loss, layers }: Problem) {
  const hidden = layers.slice(0, -1);
  const outputs = layers.at(-1)?.outputs ?? 0;
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: layers[0]?.inputs ?? 0 },
    ...hidden.map((layer) => {
      return { type: "fc", num_neurons: layer.outputs, activation: "tanh" } as const;
    }),
    loss === "squared"
      ? { type: "regression", num_neurons: outputs }
      : { type: "softmax", num_classes: outputs },
  ]);
  const connected = net.layers.filter(({ layer_type }) => layer_type === "fc");
  layers.forEach(({ outputs, weights }, index) => {
    connected[index]?.filters?.forEach(({ w }, neuron) => {
      w.forEach((_, input) => {
        w[input] = weights[input * outputs + neuron] ?? Number.NaN;
      });
    });
  });
  return net;
}

function rowsOf(all: Float32Array, { count }: Examples): number[][] {
  const width = all.length / count;
  return Array.from({ length: count }, (_, at) => [
    ...all.subarray(at * width, (at + 1) * width),
  ]);
}

export const convnetOnCpu: Peer = {
  async open(problem) {
    const { loss, train, test, batch, rate } = problem;
    const net = netOf(problem);
    const trainer = new convnetjs.Trainer(net, {
      method: "sgd",
      batch_size: batch,
      momentum: 0,
      // Its regression takes half the slope of a squared error, hence twice the rate.
      learning_rate: loss === "squared" ? 2 * rate : rate,
    });
    const examplesOf = (set: Examples) => {
      const goals = rowsOf(set.targets, set);
      return rowsOf(set.inputs, set).map((row, at) => {
        const goal = goals[at] ?? [];
        return {
          row: new convnetjs.Vol(row),
          goal: loss === "squared" ? goal : goal.indexOf(1),
        };
      });
    };
    const examples = examplesOf(train);
    const tested = examplesOf(test);
    /** The outputs for a set, which its loss is made of. */
    const outputsOf = (set: typeof examples) =>
      set.flatMap(({ row }) => [...net.forward(row).w]);
    function pass() {
      for (const at of convnetjs.randperm(examples.length)) {
        const example = examples[at];
        if (example) trainer.train(example.row, example.goal);
      }
    }
    return {
      async train(passes) {
        for (let done = 0; done < passes; done += 1) {
          pass();
          lossOf(problem.loss, problem.train, outputsOf(examples));
          lossOf(problem.loss, problem.test, outputsOf(tested));
        }
      },
      trainLoss: async () => lossOf(problem.loss, problem.train, outputsOf(examples)),
      close() {},
    };
  },
};
