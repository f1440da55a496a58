import { plainRun } from "../run/run";
import type { Lab } from "./lab";

export const gpu: Lab = {
  id: "gpu",
  title: "Does the GPU help here?",
  question:
    "From what size on is a GPU ahead of your CPU, and what do larger batches win and lose?",
  first: "Measure matrix products: from what size on is your GPU ahead?",
  start: { ...plainRun, samples: 600, layers: [8], batch: 10, passes: 30 },
  controls: ["batch", "layers", "rate", "passes", "samples", "device", "seed"],
  views: ["crossover", "network"],
  leads: 2,
  claims: [
    {
      id: "batches-of-ten",
      says: "In batches of 10, 30 passes bring the train loss below 0.2.",
      link: "",
      expects: { of: "trainLoss", ends: "below", bound: 0.2 },
    },
    {
      id: "one-whole-batch",
      says: "With all 300 training points in one batch, the train loss is still above 0.65 after 30 passes.",
      link: "batch=300",
      expects: { of: "trainLoss", ends: "above", bound: 0.65 },
    },
    {
      id: "wide-whole-batch",
      says: "A network of 4,417 weights and biases, fed one batch of 300, is still above a train loss of 0.75 after 20 passes.",
      link: "layers=64-64&batch=300&passes=20",
      expects: { of: "trainLoss", ends: "above", bound: 0.75 },
    },
    {
      id: "ten-times-the-rate",
      says: "One batch of 300 with ten times the learning rate ends below a train loss of 0.65 after 30 passes.",
      link: "batch=300&lr=0.3",
      expects: { of: "trainLoss", ends: "below", bound: 0.65 },
    },
    {
      id: "a-hundred-times-the-rate",
      says: "With a hundred times the learning rate, the same run diverges within 300 passes.",
      link: "batch=300&lr=3&passes=300",
      expects: { of: "divergence" },
    },
  ],
};
