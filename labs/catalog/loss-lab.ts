import type { Claim } from "@/labs/claim/claim";
import { plainRun } from "@/labs/run/run";
import { everyLoss, type Lab } from "./lab";

// The same network and seed under every loss, and how the rate decides what comes of it.

const lossClaims: readonly Claim[] = [
  {
    id: "squared-falls",
    says: "With the squared loss and a learning rate of 0.03, the train loss ends below 0.16 after 100 passes.",
    link: "",
    expects: { of: "trainLoss", ends: "below", bound: 0.16 },
  },
  {
    id: "hinge-near-zero",
    says: "With the hinge loss, the train loss ends below 0.05 after 200 passes.",
    link: "loss=hinge&passes=200",
    expects: { of: "trainLoss", ends: "below", bound: 0.05 },
  },
  {
    id: "rate-too-high",
    says: "With the squared loss and a learning rate of 3, the run diverges within 20 passes.",
    link: "lr=3&passes=20",
    expects: { of: "divergence" },
  },
  {
    id: "bounded-slope",
    says: "With cross-entropy and the same learning rate of 3, the train loss ends below 0.1 after 100 passes.",
    link: "loss=crossentropy&lr=3",
    expects: { of: "trainLoss", ends: "below", bound: 0.1 },
  },
  {
    id: "limit-alone",
    says: "With the Huber loss and the same learning rate of 3, the train loss stays finite but ends above 0.5 after 100 passes.",
    link: "loss=huber&lr=3",
    expects: { of: "trainLoss", ends: "above", bound: 0.5 },
  },
  {
    id: "rate-too-low",
    says: "With a learning rate of 0.00001, the train loss ends above 0.75 after 100 passes.",
    link: "lr=0.00001",
    expects: { of: "trainLoss", ends: "above", bound: 0.75 },
  },
  {
    id: "stuck",
    says: "With four hidden layers of four sigmoid neurons, the train loss stays above 0.8 in all 100 passes.",
    link: "layers=4-4-4-4&act=sigmoid",
    expects: { of: "trainLoss", stays: "above", bound: 0.8, from: 0 },
  },
  {
    id: "one-sigmoid-layer",
    says: "With a single hidden layer of four sigmoid neurons, the train loss ends below 0.75 after 100 passes.",
    link: "act=sigmoid",
    expects: { of: "trainLoss", ends: "below", bound: 0.75 },
  },
  {
    id: "twenty-by-heart",
    says: "With twenty noisy training points and two hidden layers of eight, the test loss ends more than 0.2 above the train loss after 300 passes.",
    link: "noise=0.5&split=0.1&samples=200&layers=8-8&passes=300",
    expects: { of: "gap", ends: "above", bound: 0.2 },
  },
  {
    id: "outlier-rules-squared",
    says: "On the hills, with one training target of −25 where the others are near 1, the squared loss ends above 150 % of the test loss of a network that always answers 0, after 300 passes.",
    link: "data=hills&layers=8&passes=300&outlier=1.4_1.4_-25",
    expects: { of: "naiveShare", ends: "above", bound: 150 },
  },
  {
    id: "huber-withstands",
    says: "On the hills, with one training target of −25 where the others are near 1, the Huber loss ends below 60 % of the test loss of a network that always answers 0, after 300 passes.",
    link: "data=hills&layers=8&passes=300&outlier=1.4_1.4_-25&loss=huber",
    expects: { of: "naiveShare", ends: "below", bound: 60 },
  },
];

export const loss: Lab = {
  id: "loss",
  title: "Which loss?",
  question:
    "What does each loss make of the same network, and which of them obeys an outlier?",
  first: "Train, then add an outlier: which loss obeys it?",
  start: { ...plainRun, passes: 100 },
  controls: [
    "data",
    "noise",
    "split",
    "validation",
    "samples",
    "layers",
    "activations",
    "loss",
    "rate",
    "batch",
    "passes",
    "seed",
  ],
  views: ["network", "shares", "outlier", "surface"],
  opens: "outlier",
  claims: lossClaims,
  sides: everyLoss,
};
