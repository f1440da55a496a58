// brain.js on the processor: one example at a time.
import brain from "brain.js/browser.js";
import type { Peer } from "../peer";
import { type Row, rowLoss, rowsOf, widthsOf } from "../problem";

export const brainOnCpu: Peer = {
  async open({ train, test, batch, rate, name }) {
    const [rows, tested] = [rowsOf(train), rowsOf(test)];
    const hiddenLayers = widthsOf(name).slice(1, -1);
    const net = new brain.NeuralNetwork({ hiddenLayers, activation: "tanh" });
    const data = rows.map(({ inputs, targets }) => ({ input: inputs, output: targets }));
    function lossOver(set: readonly Row[]) {
      let sum = 0;
      for (const row of set) sum += rowLoss("squared", row, net.run(row.inputs));
      return sum / set.length;
    }
    const learn = (iterations: number, learningRate: number) => {
      net.train(data, {
        ...{ iterations, learningRate, momentum: 1e-12, errorThresh: 1e-12 },
        callbackPeriod: 1,
        callback() {
          lossOver(rows);
          lossOver(tested);
        },
      });
    };
    // It draws its first weights when it first trains: by so little that nothing is learnt.
    learn(1, 1e-12);
    return {
      // Its errors are half the slope of a squared one, and a step is one example's.
      train: async (passes) => learn(passes, (2 * rate) / batch),
      trainLoss: async () => lossOver(rows),
      close() {},
    };
  },
};
