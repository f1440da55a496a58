import { plainRun } from "../run/run";
import type { Lab } from "./lab";

export const series: Lab = {
  id: "series",
  title: "What comes next?",
  question: "When does a network predict the next value better than a plain rule?",
  first:
    "Train on CO₂, then choose the price of a share: which of them can be predicted?",
  start: {
    ...plainRun,
    data: "co2",
    split: 0.7,
    layers: [8],
    optimizer: "adam",
    rate: 0.003,
    passes: 200,
  },
  controls: [
    "data",
    "window",
    "split",
    "validation",
    "layers",
    "activations",
    "loss",
    "rate",
    "regularization",
    "decay",
    "drop",
    "batch",
    "passes",
    "seed",
    "device",
  ],
  views: ["forecast", "own-series", "notebook"],
  claims: [
    {
      id: "co2-beats-naive",
      says: "On CO₂, whose year repeats itself, the network’s test loss ends below 12 percent of that of “same as last time” in 200 passes. The change of a year ago, said again, has 14.2.",
      link: "",
      expects: { of: "naiveShare", ends: "below", bound: 12 },
    },
    {
      id: "co2-ties-calendar",
      says: "The same network’s test loss ends above 8 percent of that of “same as last time” in 200 passes, so it does no better than a short table: the mean change of each month of the year has 9.1.",
      link: "",
      expects: { of: "naiveShare", ends: "above", bound: 8 },
    },
    {
      id: "share-does-not",
      says: "On the price of a share, the same network’s test loss ends above 120 percent of that of “same as last time” in 200 passes.",
      link: "data=share",
      expects: { of: "naiveShare", ends: "above", bound: 120 },
    },
    {
      id: "share-by-heart",
      says: "It is not for lack of learning: on the share’s past, the train loss ends below 0.1 in those 200 passes.",
      link: "data=share",
      expects: { of: "trainLoss", ends: "below", bound: 0.1 },
    },
    {
      id: "one-change-is-little",
      says: "Shown the latest change alone, not 12, the network on CO₂ ends above a test loss of 35 percent of that of “same as last time” in 200 passes.",
      link: "window=1",
      expects: { of: "naiveShare", ends: "above", bound: 35 },
    },
  ],
};
