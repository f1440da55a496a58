// A linear model on hand-picked features beside a deep network that has to find its own.

import { plainRun } from "../run/run";
import { type Lab, pickedAndLearned } from "./lab";

/** See `Lab`; two networks train at once. */
export const features: Lab = {
  id: "features",
  title: "Picked or learned",
  question:
    "Who finds the features: the person who picks them, or the network that learns them?",
  first:
    "Press Train: which model finds the ring? Then pick x² and y² for the linear model.",
  start: { ...plainRun, layers: [], rate: 0.003, passes: 100 },
  controls: [
    "data",
    "noise",
    "split",
    "validation",
    "samples",
    "inputs",
    "layers",
    "rate",
    "seed",
  ],
  views: ["learned", "network"],
  sides: pickedAndLearned,
  claims: [
    {
      id: "circle-from-x-and-y",
      says: "On the circle, given only x and y, the train loss stays above 0.75 in all 100 passes.",
      link: "",
      expects: { of: "trainLoss", stays: "above", bound: 0.75, from: 0 },
    },
    {
      id: "circle-from-squares",
      says: "On the circle, given x² and y², the train loss ends below 0.25 after 100 passes.",
      link: "in=xx-yy",
      expects: { of: "trainLoss", ends: "below", bound: 0.25 },
    },
    {
      id: "xor-from-squares",
      says: "On “exclusive or”, given x² and y², the train loss ends above 0.75 after 100 passes.",
      link: "data=xor&in=xx-yy",
      expects: { of: "trainLoss", ends: "above", bound: 0.75 },
    },
    {
      id: "xor-from-product",
      says: "On “exclusive or”, given only xy, the train loss ends below 0.55 after 100 passes.",
      link: "data=xor&in=xy",
      expects: { of: "trainLoss", ends: "below", bound: 0.55 },
    },
    {
      id: "ten-by-heart",
      says: "With ten noisy training points and all seven features, the test loss ends more than 0.1 above the train loss after 300 passes.",
      link: "noise=0.4&split=0.1&samples=100&in=x-y-xx-yy-xy-sinx-siny&passes=300",
      expects: { of: "gap", ends: "above", bound: 0.1 },
    },
  ],
};
