// From the sound of a vowel to its letter: one more kind of data for the same network.

import { plainRun, settings } from "../run/run";
import type { Lab } from "./lab";

export const sound: Lab = {
  id: "sound",
  title: "From sound to letters",
  question: "What must a network be given to write down a vowel?",
  first: "Play a vowel before you train, and again after.",
  start: {
    ...plainRun,
    data: "vowels",
    noise: 0.2,
    samples: 600,
    layers: [16],
    activations: ["relu"],
    loss: "categorical",
    optimizer: "adam",
    rate: 0.003,
    passes: 100,
  },
  controls: settings.filter((setting) => setting !== "edits"),
  views: ["transcribe", "vowels", "kernels", "notebook"],
  leads: 2,
  claims: [
    {
      id: "five-letters",
      says: "Trained on 300 vowels, one hidden layer of 16 neurons writes down above 91 % of 300 others correctly after 100 passes.",
      link: "",
      expects: { of: "testAccuracy", ends: "above", bound: 91 },
    },
    {
      id: "no-hidden-layer",
      says: "Without a hidden layer, a network trained on 300 vowels still writes down above 90 % of 300 others correctly after 100 passes: the bands were well picked.",
      link: "layers=none",
      expects: { of: "testAccuracy", ends: "above", bound: 90 },
    },
    {
      id: "fifteen-examples",
      says: "Trained on 15 vowels, each letter once by a man, a woman and a child, the same network writes down below 85 % of 135 others correctly after 100 passes.",
      link: "samples=150&split=0.1",
      expects: { of: "testAccuracy", ends: "below", bound: 85 },
    },
    {
      id: "raw-sound",
      says: "Given the 512 samples of the raw sound in place of 32 bands, the network of 16 neurons writes down below 50 % correctly after 30 passes.",
      link: "data=waves&passes=30",
      expects: { of: "testAccuracy", ends: "below", bound: 50 },
    },
    {
      id: "raw-by-heart",
      says: "It is not for lack of learning: on the 300 raw sounds it was given, the train loss ends below 0.1 in those 30 passes.",
      link: "data=waves&passes=30",
      expects: { of: "trainLoss", ends: "below", bound: 0.1 },
    },
    {
      id: "everyone-speaks-differently",
      says: "With noise of 0.5, by which formants stray by about a quarter, the same network writes down below 80 % correctly after 100 passes.",
      link: "noise=0.5",
      expects: { of: "testAccuracy", ends: "below", bound: 80 },
    },
  ],
};
