// The limit: the training in C of ../../peers-in-c, compiled for this problem by the server.
import type { Peer } from "../peer";
import { type Problem, planOf } from "../problem";

/** What the module exports: places in its memory, and what it does. */
type Exports = {
  memory: WebAssembly.Memory;
  weights(): number;
  features(): number;
  targets(): number;
  meanLosses(): number;
  /** To be called once features and targets are there. */
  filled(): void;
  losses(): void;
  train(passes: number): void;
};

function isModule(exports: object): exports is Exports {
  return "memory" in exports && "train" in exports;
}

const addressOf = ({ name, loss, train, test, batch, rate }: Problem) =>
  `/in-c.wasm?${new URLSearchParams({
    ...{ widths: name, loss, train: `${train.count}`, test: `${test.count}` },
    ...{ batch: `${batch}`, rate: `${rate}` },
  })}`;

export const inC: Peer = {
  async open(problem) {
    const response = await fetch(addressOf(problem));
    if (!response.ok) return response.text();
    const compiled = await WebAssembly.compile(await response.arrayBuffer());
    const { exports } = await WebAssembly.instantiate(compiled);
    if (!isModule(exports)) return "The module in C is not what it should be.";
    const floats = new Float32Array(exports.memory.buffer);
    const { features, targets } = planOf(problem).examples;
    floats.set(problem.weights, exports.weights() / 4);
    floats.set(features, exports.features() / 4);
    floats.set(targets, exports.targets() / 4);
    exports.filled();
    return {
      async train(passes) {
        exports.train(passes);
      },
      async trainLoss() {
        exports.losses();
        return floats[exports.meanLosses() / 4]!;
      },
      close() {},
    };
  },
};
