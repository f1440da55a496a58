// The feed-forward network with every setting open: lesson 2, and the free playground.

import { plainRun, settings } from "../run/run";
import type { Lab } from "./lab";

/** See `Lab`; it leaves no setting out. */
export const network: Lab = {
  id: "network",
  title: "The network",
  question: "What can hidden layers learn that a linear model cannot?",
  first:
    "Choose the spiral, press Train, and add neurons with + until the map follows both arms.",
  start: plainRun,
  controls: settings,
  views: ["network", "own-data", "take-away", "notebook"],
  claims: [
    {
      id: "no-hidden-layer",
      says: "On the circle, a network without a hidden layer ends above a train loss of 0.75 after 100 passes.",
      link: "layers=none&passes=100",
      expects: { of: "trainLoss", ends: "above", bound: 0.75 },
    },
    {
      id: "four-neurons",
      says: "On the circle, one hidden layer of four tanh neurons ends below a train loss of 0.15 after 300 passes.",
      link: "",
      expects: { of: "trainLoss", ends: "below", bound: 0.15 },
    },
    {
      id: "one-neuron",
      says: "On the circle, one hidden layer of a single tanh neuron ends above a train loss of 0.55 after 200 passes.",
      link: "layers=1&passes=200",
      expects: { of: "trainLoss", ends: "above", bound: 0.55 },
    },
    {
      id: "linear-layers",
      says: "On the circle, two hidden layers of eight linear neurons end above a train loss of 0.75 after 100 passes.",
      link: "layers=8-8&act=linear&passes=100",
      expects: { of: "trainLoss", ends: "above", bound: 0.75 },
    },
    {
      id: "three-arms-straight",
      says: "On three arms, a network without a hidden layer names below 65 % of the test examples right after 100 passes.",
      link: "data=arms&loss=categorical&layers=none&passes=100",
      expects: { of: "testAccuracy", ends: "below", bound: 65 },
    },
    {
      id: "three-arms-bent",
      says: "On three arms, one hidden layer of eight tanh neurons names above 90 % of the test examples right after 300 passes.",
      link: "data=arms&loss=categorical&layers=8",
      expects: { of: "testAccuracy", ends: "above", bound: 90 },
    },
    {
      id: "wide-on-spiral",
      says: "On the spiral, one hidden layer of 32 tanh neurons ends above a train loss of 0.5 after 300 passes.",
      link: "data=spiral&layers=32",
      expects: { of: "trainLoss", ends: "above", bound: 0.5 },
    },
    {
      id: "deep-on-spiral",
      says: "On the spiral, three hidden layers of eight tanh neurons end below a train loss of 0.2 after 800 passes.",
      link: "data=spiral&split=0.8&layers=8-8-8&opt=adam&lr=0.01&batch=30&passes=800",
      expects: { of: "trainLoss", ends: "below", bound: 0.2 },
    },
    {
      id: "from-zeros",
      says: "On the circle, with every first weight at zero, the train loss of four tanh neurons stays above 0.95 in all 300 passes.",
      link: "init=zeros",
      expects: { of: "trainLoss", stays: "above", bound: 0.95, from: 0 },
    },
    {
      id: "eight-alike",
      says: "On the circle, with every first weight at zero, eight sigmoid neurons are eight copies of one, and end above a train loss of 0.85 after 300 passes.",
      link: "init=zeros&layers=8&act=sigmoid",
      expects: { of: "trainLoss", ends: "above", bound: 0.85 },
    },
    {
      id: "from-large",
      says: "On the circle, with first weights ten times as large, four tanh neurons still end above a train loss of 0.2 after 300 passes.",
      link: "init=large",
      expects: { of: "trainLoss", ends: "above", bound: 0.2 },
    },
    {
      id: "from-small-and-deep",
      says: "On the circle, with first weights a tenth as large, the train loss of five hidden layers of eight tanh neurons stays above 0.9 in all 300 passes.",
      link: "init=small&layers=8-8-8-8-8",
      expects: { of: "trainLoss", stays: "above", bound: 0.9, from: 0 },
    },
    {
      id: "one-input-hundredfold",
      says: "On the circle, with the input x a hundred times as large, four tanh neurons still end above a train loss of 0.85 after 300 passes.",
      link: "scale=hundred",
      expects: { of: "trainLoss", ends: "above", bound: 0.85 },
    },
    {
      id: "inputs-standardised",
      says: "On the circle, with both inputs standardised, four tanh neurons end below a train loss of 0.15 after 300 passes.",
      link: "scale=standard",
      expects: { of: "trainLoss", ends: "below", bound: 0.15 },
    },
  ],
};
