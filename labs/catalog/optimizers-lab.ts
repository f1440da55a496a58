// Every optimizer on the same ground: one weight and one bias, whose loss can be drawn whole.

import { plainRun } from "../run/run";
import { everyOptimizer, type Lab } from "./lab";

export const optimizers: Lab = {
  id: "optimizers",
  title: "Four ways downhill",
  question:
    "Which optimizer is quickest down the same valley, and does scaling the input change that?",
  first: "Press Train and watch four ways down; then standardise the input.",
  start: {
    ...plainRun,
    data: "gaussian",
    inputs: ["x"],
    scaling: "ten",
    layers: [],
    batch: 150,
    rate: 0.005,
    passes: 100,
    edits: [
      { at: 0, value: Math.fround(0.4) },
      { at: 1, value: 1 },
    ],
  },
  controls: [
    "data",
    "noise",
    "inputs",
    "scaling",
    "layers",
    "activations",
    "initialization",
    "optimizer",
    "rate",
    "batch",
    "passes",
    "seed",
  ],
  views: ["surface", "network", "notebook"],
  sides: everyOptimizer,
  claims: [
    {
      id: "plain-crawls",
      says: "Without momentum the train loss is still above 0.19 after 100 passes, where one step is a pass.",
      link: "",
      expects: { of: "trainLoss", ends: "above", bound: 0.19 },
    },
    {
      id: "momentum-arrives",
      says: "From the same start and at the same rate, momentum ends below a train loss of 0.19 after 100 passes.",
      link: "opt=momentum",
      expects: { of: "trainLoss", ends: "below", bound: 0.19 },
    },
    {
      id: "twice-the-rate",
      says: "At twice the learning rate, 0.01, plain steps diverge within 100 passes.",
      link: "lr=0.01",
      expects: { of: "divergence" },
    },
    {
      id: "rmsprop-twice-the-rate",
      says: "At that rate of 0.01, RMSProp ends below a train loss of 0.19 after 100 passes.",
      link: "opt=rmsprop&lr=0.01",
      expects: { of: "trainLoss", ends: "below", bound: 0.19 },
    },
    {
      id: "round-valley",
      says: "With the input standardised, plain steps at a rate of 0.1 end below a train loss of 0.19 after 20 passes.",
      link: "scale=standard&lr=0.1&passes=20",
      expects: { of: "trainLoss", ends: "below", bound: 0.19 },
    },
  ],
};
