// The same network and seed under every loss, and how the rate decides what comes of it.

import { plainRun } from "../run/run";
import type { Lab } from "./lab";
import { lossClaims } from "./loss-claims";
import { everyLoss } from "./sides";

export const loss: Lab = {
  id: "loss",
  title: "Which loss?",
  question:
    "What does each loss make of the same network, and which of them obeys an outlier?",
  start: { ...plainRun, passes: 100 },
  controls: [
    "data",
    "noise",
    "split",
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
  claims: lossClaims,
  sides: everyLoss,
};
