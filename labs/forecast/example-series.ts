// Series to try where the reader has none at hand: one that can be told in advance, one
// that nobody can.
import { sine } from "../arithmetic/elementary";
import { streamKey, streams, uniform } from "../arithmetic/random";

const count = 240;

/** Twelve waves, their height to two decimals: each value follows from those before. */
function wave(): number[] {
  const at = (step: number) => 10 * sine((2 * Math.PI * step) / 20);
  return Array.from({ length: count }, (_, step) => Math.round(100 * at(step)) / 100);
}

/** One step up or down at each toss of a coin: no rule tells the next. */
function coinWalk(): number[] {
  const draw = uniform(streamKey(1, streams.data));
  let level = 0;
  return Array.from({ length: count }, () => {
    level += draw() < 0.5 ? -1 : 1;
    return level;
  });
}

/** Every example by its name, made when it is asked for. */
export const exampleSeries = {
  wave: { label: "A wave", values: wave },
  walk: { label: "A walk by coin toss", values: coinWalk },
} as const;
