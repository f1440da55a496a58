// Every number of one pass, of a network so small that each can be worked out by hand.

import { plainRun, settings } from "../run/run";
import type { Lab } from "./lab";

/** W₁ by rows, b₁, W₂, b₂: halves, so that the first sums are easy. */
const typed = [0.5, 1, -1, 0.5, 1, 0, 0.5, -0.5, 0.5];

export const onePass: Lab = {
  id: "one-pass",
  title: "One pass by hand",
  question: "Where does every number of one pass come from?",
  first: "Press Next and work out the first number by hand.",
  start: {
    ...plainRun,
    data: "own",
    own: [
      { x: 0, y: 1.5, target: 1 },
      { x: 1, y: 2, target: 1 },
      { x: 0.5, y: -1.5, target: 0 },
      { x: 2, y: -1, target: 0 },
    ],
    layers: [2],
    activations: ["relu"],
    batch: 2,
    rate: 0.1,
    passes: 1,
    edits: typed.map((value, at) => ({ at, value })),
  },
  controls: settings.filter((setting) => setting !== "data" && setting !== "drop"),
  views: ["hand"],
  claims: [
    {
      id: "one-pass-falls",
      says: "These four points, seed 7: 1 pass, a single step with a learning rate of 0.1, takes the train loss from 3.66 to below 1.2.",
      link: "",
      expects: { of: "trainLoss", ends: "below", bound: 1.2 },
      worked: true,
    },
    {
      id: "too-far",
      says: "These four points, seed 7: with a learning rate of 1, the same 1 pass goes too far, and the train loss ends above 10.",
      link: "lr=1",
      expects: { of: "trainLoss", ends: "above", bound: 10 },
      worked: true,
    },
    {
      id: "two-steps",
      says: "These four points, seed 7: in batches of 1 the pass takes two steps, and 1 pass brings the train loss below 0.8.",
      link: "batch=1",
      expects: { of: "trainLoss", ends: "below", bound: 0.8 },
      worked: true,
    },
  ],
};
