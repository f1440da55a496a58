import { plainRun } from "../run/run";
import type { Lab } from "./lab";

export const dsvm: Lab = {
  id: "dsvm",
  title: "From the lab to a DSVM",
  question:
    "What must another machine be given to draw the same curve, and which machine is large enough?",
  first: "Train, then download the notebook: it draws the same curve elsewhere.",
  start: { ...plainRun, noise: 0.1, layers: [8], passes: 100 },
  controls: [
    "data",
    "samples",
    "noise",
    "split",
    "validation",
    "layers",
    "activations",
    "loss",
    "optimizer",
    "rate",
    "drop",
    "batch",
    "passes",
    "seed",
    "device",
  ],
  views: ["network", "notebook", "memory", "commands"],
  opens: "notebook",
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
