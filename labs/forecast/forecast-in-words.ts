// The worth of a forecast, in sentences.

import { numberText } from "../arithmetic/number-text";
import { monthText, type TimeSeries } from "../data/series";
import { bestBaseline, compared, type Forecast, type Rule, season } from "./forecast";

/** How a series' values and places are written. */
export type Wording = {
  /** The unit of the values; empty where that is not known. */
  unit: string;
  /** An amount in the series' unit: "0.34 ppm". */
  amount(value: number): string;
  /** A value of the series, with the decimals of the most exact one. */
  level(value: number): string;
  /** A forecast, to one decimal more than the series has. */
  predicted(value: number): string;
  /** The place of a value: its month, or its number from 1. */
  place(index: number): string;
  /** The name of one step: "month", "value". */
  step: string;
};

const decimalsOf = (value: number) => String(value).split(".")[1]?.length ?? 0;

/** How the values and places of a series are written. */
export function wordingOf({ levels, from, unit }: TimeSeries): Wording {
  const decimals = Math.min(Math.max(0, ...levels.map(decimalsOf)), 9);
  return {
    unit,
    level: (value) => value.toFixed(decimals),
    predicted: (value) => value.toFixed(decimals + 1),
    amount: (value) => `${numberText(value)}${unit && ` ${unit}`}`,
    place: (index) => (from === null ? `${index + 1}` : monthText(from + index)),
    step: from === null ? "value" : "month",
  };
}

/** A value as the record has it: six digits. */
export const levelText = (level: number) => numberText(level, 6);

/** The rules in a sentence; `step` as in `Wording`. */
export const ruleNames = (step: string) => ({
  network: "the network",
  naive: "“same as last time”",
  seasonal: `“same change as ${season} ${step}s ago”`,
  calendar: "“mean change of that month of the year”",
});

const finite = ({ levels }: Rule) => levels.every(Number.isFinite);

/** Whether the network beats “same as last time” or, where there are others, the best rule. */
export function verdictText(forecast: Forecast, { amount, step }: Wording): string {
  const { levels, set, first, network, baselines } = forecast;
  const actual = levels.slice(first);
  const names = ruleNames(step);
  if (!finite(network))
    return "Some of the network’s forecasts are not numbers: there is nothing to judge.";
  const off = ({ errors }: Rule) => amount(errors.mean);
  const best = bestBaseline(forecast);
  const { verdict, closer, count } = compared(network, best, actual);
  const often = `it came closer in ${2 * closer < count ? "only " : ""}${closer} of ${count} ${step}s`;
  const rules = baselines.map((rule) => `${names[rule.id]} by ${off(rule)}`).join(", ");
  const alone = baselines.length === 1;
  const it = alone ? "it" : `the best rule, ${names[best.id]}`;
  const so = {
    beats: `${alone ? "It" : "The network"} beats ${it}: ${often}.`,
    draws: `${alone ? "It" : "The network"} does not beat ${it}${alone ? "" : ","} by any useful margin: ${often}.`,
    fails: `${alone ? "It" : "The network"} does not beat ${it}: ${often}.`,
  }[verdict];
  return `The network is off by ${off(network)} on average over ${count} ${set} ${step}s; ${rules}. ${so}`;
}

/** The worth of forecasts that were fed back from `start` on; see `fedBack`. */
export function aheadText(
  { levels }: Forecast,
  predicted: readonly number[],
  start: number,
  asked: number,
  { amount, place, step }: Wording,
): string {
  const known = levels.slice(start, start + predicted.length);
  const mean = (level: (at: number) => number) =>
    known.reduce((sum, value, at) => sum + Math.abs(level(at) - value), 0) / known.length;
  const from = `On its own from ${step === "month" ? place(start) : `value ${place(start)}`}`;
  if (predicted.length === 0) return `${from} the network leaves all bounds at once.`;
  const off =
    known.length === 0
      ? ""
      : ` its ${known.length} ${known.length === 1 ? "forecast is" : "forecasts are"} off by ${amount(mean((at) => predicted[at]!))} on average; the last value before, kept throughout, by ${amount(mean(() => levels[start - 1]!))}.`;
  const beyond = predicted.length - known.length;
  const open =
    beyond > 0 ? ` ${beyond} more go beyond the record: nobody can check them here.` : "";
  const cut = predicted.length < asked ? " Then it leaves all bounds and is cut." : "";
  return `${from}, each forecast fed back as if it had come true,${off}${open}${cut}`;
}
