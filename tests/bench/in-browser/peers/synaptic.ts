// synaptic: neurons that become one generated function, one example at a time.
import { Layer, Network, Neuron } from "synaptic";
import type { Peer } from "../peer";
import { type Row, rowLoss, rowsOf, widthsOf } from "../problem";

export const synapticOnCpu: Peer = {
  async open({ loss, train, test, batch, rate, name }) {
    const layers = widthsOf(name).map((width) => new Layer(width));
    layers.forEach((layer, index) => {
      const next = layers[index + 1];
      if (next) layer.project(next);
      const isHidden = index > 0 && next;
      if (isHidden) layer.set({ squash: Neuron.squash.TANH });
    });
    const output = layers.at(-1);
    if (!layers[0] || !output) return "There are no layers.";
    const isSquared = loss === "squared";
    output.set({
      squash: isSquared ? Neuron.squash.IDENTITY : Neuron.squash.LOGISTIC,
    });
    const network = new Network({
      ...{ input: layers[0], hidden: layers.slice(1, -1), output },
    });
    const [rows, tested] = [rowsOf(train), rowsOf(test)];
    function lossOver(set: readonly Row[]) {
      let sum = 0;
      for (const row of set) {
        sum += rowLoss("squared", row, network.activate(row.inputs));
      }
      return sum / set.length;
    }
    // Its errors are half the slope of a squared one, and a step is one example's.
    const step = ((isSquared ? 2 : 1) * rate) / batch;
    return {
      async train(passes) {
        for (let done = 0; done < passes; done += 1) {
          for (const { inputs, targets } of rows) {
            network.activate(inputs);
            network.propagate(step, targets);
          }
          lossOver(rows);
          lossOver(tested);
        }
      },
      trainLoss: async () => lossOver(rows),
      close() {},
    };
  },
};
