// The next letter of a text from the last few: a small language model.

import { plainRun, settings } from "../run/run";
import type { Lab } from "./lab";

export const text: Lab = {
  id: "text",
  title: "The next letter",
  question: "What does a network learn of a text from a few letters at a time?",
  first: "Train and watch what it writes: blanks come first, then syllables, then words.",
  start: {
    ...plainRun,
    data: "lessons",
    split: 0.8,
    layers: [64],
    activations: ["relu"],
    loss: "categorical",
    optimizer: "adam",
    rate: 0.003,
    batch: 32,
    passes: 30,
  },
  controls: settings.filter((setting) => setting !== "edits" && setting !== "loss"),
  views: ["text", "own-text", "notebook"],
  opens: "own-text",
  claims: [
    {
      id: "three-letters",
      says: "Seeing three letters, the network’s test loss ends below 1.8 after 30 passes. Counts of letter pairs have 2.31, letter frequencies 2.89.",
      link: "",
      expects: { of: "testLoss", ends: "below", bound: 1.8 },
    },
    {
      id: "counting-is-strong",
      says: "Smoothed counts of what followed the same three letters have 1.60, without any training: the network’s test loss ends above 1.63.",
      link: "",
      expects: { of: "testLoss", ends: "above", bound: 1.63 },
    },
    {
      id: "one-letter",
      says: "Seeing one letter, it ends above a test loss of 2.3: the counts of letter pairs, 2.31, are all that one letter tells.",
      link: "context=1",
      expects: { of: "testLoss", ends: "above", bound: 2.3 },
    },
    {
      id: "no-hidden-layer",
      says: "Seeing three letters without a hidden layer, which could combine them, it ends above a test loss of 2.",
      link: "layers=none",
      expects: { of: "testLoss", ends: "above", bound: 2 },
    },
    {
      id: "eight-letters",
      says: "Seeing eight letters, it ends above a test loss of 2.35 after 30 passes, worse than the counts of letter pairs.",
      link: "context=8",
      expects: { of: "testLoss", ends: "above", bound: 2.35 },
    },
    {
      id: "eight-by-heart",
      says: "That is overfitting: with eight letters the train loss ends below 0.8 in those 30 passes.",
      link: "context=8",
      expects: { of: "trainLoss", ends: "below", bound: 0.8 },
    },
    {
      id: "eight-with-dropout",
      says: "With a dropout of 0.5, the network that sees eight letters ends below a test loss of 2.",
      link: "context=8&drop=0.5",
      expects: { of: "testLoss", ends: "below", bound: 2 },
    },
  ],
};
