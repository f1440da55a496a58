import { plainRun } from "../run/run";
import type { Lab } from "./lab";

// A network that learns forty noisy points by heart, and what helps against it.

/** See `Lab`; a whole training set is one batch, so that the curves are smooth. */
export const overfitting: Lab = {
  id: "overfitting",
  title: "Overfitting",
  question:
    "When does a network overfit, that is, learn its points by heart, and what helps?",
  first:
    "Press Train and watch the validation loss turn; then choose L2 and train again.",
  start: {
    ...plainRun,
    data: "gaussian",
    noise: 0.5,
    samples: 400,
    split: 0.1,
    validation: 0.4,
    layers: [32, 32],
    optimizer: "adam",
    rate: 0.01,
    decay: 0.1,
    batch: 40,
    passes: 400,
    seed: 20,
  },
  controls: [
    "data",
    "noise",
    "split",
    "validation",
    "samples",
    "layers",
    "regularization",
    "decay",
    "drop",
    "passes",
    "seed",
  ],
  views: ["network", "notebook"],
  claims: [
    {
      id: "points-by-heart",
      says: "With 40 noisy training points and two hidden layers of 32, the validation loss ends more than 0.23 above the train loss after 400 passes.",
      link: "",
      expects: { of: "gap", ends: "above", bound: 0.23 },
    },
    {
      id: "validation-climbs",
      says: "The validation loss of this run ends more than 0.05 above its lowest, which came long before the last of the 400 passes.",
      link: "",
      expects: { of: "rise", ends: "above", bound: 0.05 },
    },
    {
      id: "stopped-early",
      says: "Stopped after 40 passes, the run ends below a test loss of 0.33.",
      link: "passes=40",
      expects: { of: "testLoss", ends: "below", bound: 0.33 },
    },
    {
      id: "with-l2",
      says: "With L2 at a strength of 0.1, the validation loss ends less than 0.23 above the train loss after 400 passes.",
      link: "reg=l2",
      expects: { of: "gap", ends: "below", bound: 0.23 },
    },
    {
      id: "with-l1",
      says: "With L1 at a strength of 0.03, the run ends below a test loss of 0.36.",
      link: "reg=l1&decay=0.03",
      expects: { of: "testLoss", ends: "below", bound: 0.36 },
    },
    {
      id: "with-dropout",
      says: "With half of the hidden neurons left out at random in each step, the run ends below a test loss of 0.34.",
      link: "drop=0.5",
      expects: { of: "testLoss", ends: "below", bound: 0.34 },
    },
    {
      id: "one-neuron",
      says: "With a single hidden neuron, the run ends below a test loss of 0.36.",
      link: "layers=1",
      expects: { of: "testLoss", ends: "below", bound: 0.36 },
    },
    {
      id: "more-points",
      says: "With 1,000 training points in place of 40, the validation loss ends less than 0.23 above the train loss after 400 passes.",
      link: "samples=2000&split=0.5",
      expects: { of: "gap", ends: "below", bound: 0.23 },
    },
  ],
};
