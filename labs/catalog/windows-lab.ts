// The same small windows at every place: vowels from their raw sound.

import { mostPool, plainRun, settings } from "../run/run";
import type { Lab } from "./lab";

export const windows: Lab = {
  id: "windows",
  title: "Looking with a small window",
  question: "What is gained by looking through the same small window everywhere?",
  first: "Train, and watch which pattern each kernel learns to look for.",
  start: {
    ...plainRun,
    data: "waves",
    noise: 0.2,
    samples: 600,
    kernels: 8,
    kernelSize: 32,
    stride: 4,
    pool: mostPool,
    layers: [],
    activations: ["relu"],
    loss: "categorical",
    optimizer: "adam",
    rate: 0.01,
    passes: 100,
  },
  controls: settings.filter((setting) => setting !== "edits"),
  views: ["kernels", "transcribe", "vowels", "notebook"],
  claims: [
    {
      id: "eight-kernels",
      says: "Eight kernels of 32 samples and a linear output, 309 weights and biases, are trained on the raw sound of 300 vowels. After 100 passes they write down above 88 % of 300 others correctly.",
      link: "",
      expects: { of: "testAccuracy", ends: "above", bound: 88 },
    },
    {
      id: "a-weight-for-every-sample",
      says: "Given the same sounds, 16 hidden neurons with a weight for every sample, 8,293 weights and biases, write down below 50 % correctly after 100 passes.",
      link: "kernels=0&layers=16",
      expects: { of: "testAccuracy", ends: "below", bound: 50 },
    },
    {
      id: "more-neurons",
      says: "Four times as many hidden neurons write down below 50 % correctly, too.",
      link: "kernels=0&layers=64",
      expects: { of: "testAccuracy", ends: "below", bound: 50 },
    },
    {
      id: "more-sounds",
      says: "Trained on 1,800 sounds in place of 300, the network of 16 neurons still writes down below 70 % of 200 others correctly.",
      link: "kernels=0&layers=16&samples=2000&split=0.9",
      expects: { of: "testAccuracy", ends: "below", bound: 70 },
    },
    {
      id: "without-the-mean",
      says: "If the number of every place is handed on, in place of their mean, eight kernels write down below 86 % correctly, with 5,109 weights and biases.",
      link: "pool=1",
      expects: { of: "testAccuracy", ends: "below", bound: 86 },
    },
    {
      id: "straight-kernels",
      says: "Without a bend before the mean, with the activation “linear”, they write down below 50 % correctly.",
      link: "act=linear",
      expects: { of: "testAccuracy", ends: "below", bound: 50 },
    },
    {
      id: "two-kernels",
      says: "Two kernels are 81 weights and biases, and still write down above 60 % correctly.",
      link: "kernels=2",
      expects: { of: "testAccuracy", ends: "above", bound: 60 },
    },
  ],
};
