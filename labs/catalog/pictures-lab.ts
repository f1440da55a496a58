// Handwritten digits of 8 × 8 pixels: from 64 numbers to one of ten labels.

import { plainRun, settings } from "../run/run";
import type { Lab } from "./lab";

export const pictures: Lab = {
  id: "pictures",
  title: "Pictures to labels",
  question: "What does a network look for when it reads a digit?",
  first: "Train, then draw a 7 and watch which digit it reads.",
  start: {
    ...plainRun,
    data: "digits",
    samples: 1797,
    split: 0.7,
    layers: [32],
    activations: ["relu"],
    loss: "categorical",
    optimizer: "adam",
    rate: 0.003,
    batch: 32,
    passes: 30,
  },
  controls: settings.filter((setting) => setting !== "data" && setting !== "edits"),
  views: ["draw-digit", "confusion", "misread", "looks-for", "notebook"],
  opens: "confusion",
  claims: [
    {
      id: "hidden-layer",
      says: "With one hidden layer of 32 neurons, the network reads above 95 % of the test images correctly after 30 passes.",
      link: "",
      expects: { of: "testAccuracy", ends: "above", bound: 95 },
    },
    {
      id: "no-hidden-layer",
      says: "Without a hidden layer, it reads above 92 % of the test images correctly after 30 passes.",
      link: "layers=none",
      expects: { of: "testAccuracy", ends: "above", bound: 92 },
    },
    {
      id: "no-hidden-layer-in-time",
      says: "Without a hidden layer, but given 200 passes, it reads above 95 % of the test images correctly, as many as with one.",
      link: "layers=none&passes=200",
      expects: { of: "testAccuracy", ends: "above", bound: 95 },
    },
    {
      id: "two-neurons",
      says: "Through a hidden layer of two neurons, it reads below 75 % of the test images correctly after 30 passes.",
      link: "layers=2",
      expects: { of: "testAccuracy", ends: "below", bound: 75 },
    },
    {
      id: "two-then-many",
      says: "With a second hidden layer of 32 neurons after those two, it still reads below 85 % of the test images correctly after 30 passes.",
      link: "layers=2-32",
      expects: { of: "testAccuracy", ends: "below", bound: 85 },
    },
    {
      id: "many-then-two",
      says: "With a hidden layer of 32 neurons before those two, it reads above 80 % of the test images correctly after 100 passes, on 13 of 20 seeds.",
      link: "layers=32-2&passes=100",
      expects: { of: "testAccuracy", ends: "above", bound: 80 },
    },
    {
      id: "few-images",
      says: "Trained on 180 images, it reads below 93 % of the others correctly after 30 passes.",
      link: "split=0.1",
      expects: { of: "testAccuracy", ends: "below", bound: 93 },
    },
    {
      id: "rate-too-high",
      says: "With a learning rate of 1, it reads below 20 % correctly after 30 passes, little better than guessing.",
      link: "lr=1",
      expects: { of: "testAccuracy", ends: "below", bound: 20 },
    },
    {
      id: "moved-test",
      says: "If the test images, and only these, are moved by up to a pixel each way, the network of 32 neurons reads below 60 % of them correctly after 30 passes.",
      link: "moved=test",
      expects: { of: "testAccuracy", ends: "below", bound: 60 },
    },
    {
      id: "moved-test-windows",
      says: "Kernels alone do not mend that: with 16 of 3 × 3 pixels before the 32 neurons, and the means of 3 × 3 places, it reads below 75 % of the moved images correctly after 60 passes.",
      link: "moved=test&kernels=16&pool=3&passes=60",
      expects: { of: "testAccuracy", ends: "below", bound: 75 },
    },
    {
      id: "moved-all",
      says: "If all images are moved, so that it learns from moved ones, the network of 32 neurons reads above 75 % of them correctly after 30 passes.",
      link: "moved=all",
      expects: { of: "testAccuracy", ends: "above", bound: 75 },
    },
    {
      id: "few-moved",
      says: "Trained on 539 moved images, a network of 64 neurons, 4,810 weights and biases, reads below 84 % of the others correctly after 100 passes.",
      link: "moved=all&split=0.3&layers=64&passes=100",
      expects: { of: "testAccuracy", ends: "below", bound: 84 },
    },
    {
      id: "few-moved-windows",
      says: "With 16 kernels of 3 × 3 pixels and the means of 2 × 2 places before 32 neurons, 5,130 weights and biases, a network reads above 79 % of them correctly after 100 passes.",
      link: "moved=all&split=0.3&kernels=16&pool=2&layers=32&passes=100",
      expects: { of: "testAccuracy", ends: "above", bound: 79 },
    },
  ],
};
