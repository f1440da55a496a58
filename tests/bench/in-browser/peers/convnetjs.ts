// ConvNetJS: plain JavaScript, one example at a time.
import convnetjs from "convnetjs";
import type { Peer } from "../peer";
import { type Examples, type Problem, rowLoss, rowsOf } from "../problem";

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
    const examplesOf = (set: Examples) =>
      rowsOf(set).map((row) => ({
        ...row,
        vol: new convnetjs.Vol(row.inputs),
        goal: loss === "squared" ? row.targets : row.right,
      }));
    const examples = examplesOf(train);
    const tested = examplesOf(test);
    /** The outputs of a forward pass are read where they stand. */
    function lossOver(set: typeof examples) {
      let sum = 0;
      for (const row of set) sum += rowLoss(loss, row, net.forward(row.vol).w);
      return sum / set.length;
    }
    function pass() {
      for (const at of convnetjs.randperm(examples.length)) {
        const example = examples[at];
        if (example) trainer.train(example.vol, example.goal);
      }
    }
    return {
      async train(passes) {
        for (let done = 0; done < passes; done += 1) {
          pass();
          lossOver(examples);
          lossOver(tested);
        }
      },
      trainLoss: async () => lossOver(examples),
      close() {},
    };
  },
};
