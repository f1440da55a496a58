import { plainRun } from "../run/run";
import type { Lab } from "./lab";

// Two classes, one of them rare: when to say yes, and whether chances are kept.

export const yesOrNo: Lab = {
  id: "yes-or-no",
  title: "Yes or no, and how sure?",
  question: "How probable must a yes be before a network says yes?",
  first: "Train, then slide the threshold: what is found, and what is a false alarm?",
  start: {
    ...plainRun,
    data: "rare",
    samples: 2000,
    loss: "crossentropy",
    layers: [4],
    passes: 100,
  },
  controls: [
    ...([
      "data",
      "noise",
      "split",
      "samples",
      "inputs",
      "layers",
      "activations",
    ] as const),
    ...(["loss", "optimizer", "rate", "batch", "passes", "seed"] as const),
  ],
  views: ["decision", "network", "confusion", "notebook"],
  claims: [
    {
      id: "mostly-right",
      says: "It names above 95.5 % of the test points right after 100 passes; always saying orange gets 95 %.",
      link: "",
      expects: { of: "testAccuracy", ends: "above", bound: 95.5 },
    },
    {
      id: "half-are-missed",
      says: "With a threshold of 50 %, it finds below 75 % of the blue points.",
      link: "",
      expects: { of: "recall", threshold: 50, ends: "below", bound: 75 },
    },
    {
      id: "found-at-five",
      says: "With a threshold of 5 %, it finds above 65 % of them.",
      link: "",
      expects: { of: "recall", threshold: 5, ends: "above", bound: 65 },
    },
    {
      id: "surer-than-right",
      says: "Trained long on 80 points of two mixed clouds, two layers of 16 neurons still name above 80 % of the test points right after 2000 passes.",
      link: "data=gaussian&noise=0.5&samples=400&split=0.2&layers=16-16&opt=adam&lr=0.01&passes=2000",
      expects: { of: "testAccuracy", ends: "above", bound: 80 },
    },
    {
      id: "dearer-than-a-half",
      says: "The same network’s test loss ends above 0.7: saying “one half” each time would cost 0.69.",
      link: "data=gaussian&noise=0.5&samples=400&split=0.2&layers=16-16&opt=adam&lr=0.01&passes=2000",
      expects: { of: "testLoss", ends: "above", bound: 0.7 },
    },
    {
      id: "plain-and-sure-enough",
      says: "A network without a hidden layer, trained on the same 80 points for 100 passes, ends below a test loss of 0.4.",
      link: "data=gaussian&noise=0.5&samples=400&split=0.2&layers=none&passes=100",
      expects: { of: "testLoss", ends: "below", bound: 0.4 },
    },
  ],
};
