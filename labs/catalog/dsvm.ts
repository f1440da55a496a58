import type { Lab } from "../lab";
import { plainRun } from "../run";

export const sameSetUp: Lab = {
  id: "same-set-up",
  title: "The same set-up, the same curve",
  question: "What must two people share before they can compare their curves?",
  start: { ...plainRun, noise: 0.1, layers: [8], passes: 100 },
  controls: ["seed", "split", "samples", "noise", "passes", "device"],
  claims: [
    {
      id: "shared-run",
      says: "This run, with seed 7, ends at a test loss below 0.2.",
      link: "",
      expects: { of: "testLoss", ends: "below", bound: 0.2 },
    },
    {
      id: "another-seed",
      says: "With seed 20 every point and every first weight is different, and the test loss still ends below 0.2.",
      link: "seed=20",
      expects: { of: "testLoss", ends: "below", bound: 0.2 },
    },
    {
      id: "another-split",
      says: "With a tenth of the points for training, the test loss ends above 0.25.",
      link: "split=0.1",
      expects: { of: "testLoss", ends: "above", bound: 0.25 },
    },
  ],
};
