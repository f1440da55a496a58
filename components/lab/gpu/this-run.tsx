"use client";
import { Small, Stack } from "@/components/kit/layout";
import { countText } from "@/labs/arithmetic/number-text";
import {
  durationText,
  largestProduct,
  squareSide,
  wayNames,
  ways,
  widened,
} from "@/labs/measure/measurement";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { sameRun } from "../training/lab-state";
import type { Side } from "../training/side";
import { crossoverOf } from "./measured-words";
import type { Measurement, Measurements } from "./use-measurement";

const written = (count: number) =>
  countText(Number(count.toPrecision(count < 10_000 ? 4 : 2)));

/** The time of a pass of the run itself on each way, and the quickest of them. */
function ownText({ measured }: Measurement): string | null {
  const times = wayNames.flatMap((way) => {
    const timing = measured.own[way];
    return timing ? [{ label: ways[way].label, time: timing.time }] : [];
  });
  const [first, second] = times.toSorted((one, other) => one.time - other.time);
  if (!first) return null;
  const each = times
    .map(({ label, time }) => `${label} ${durationText(time)}`)
    .join("; ");
  const margin = second
    ? ` Quickest: ${first.label}, by ${written(Number((second.time / first.time).toPrecision(2)))} times.`
    : "";
  return `One pass of it, measured: ${each}.${margin}`;
}

/** Two runs whose passes are the same work, whatever their number. */
const sameWork = (one: Run, other: Run) =>
  sameRun({ ...one, passes: other.passes, seed: other.seed }, other);

type Props = { side: Side; measurements: Measurements };

/** The measurements' meaning for the run of the lab. */
export function ThisRun({ side, measurements }: Props) {
  const { run, sample } = side;
  const step = { network: networkOf(run), batch: Math.min(run.batch, sample.train) };
  const { size } = step.network;
  const product = largestProduct(step);
  const { products, network } = measurements;
  const square = products ? crossoverOf(products.measured) : null;
  const like = squareSide(product);
  const fresh = network && sameWork(network.run, run);
  const width = network ? crossoverOf(network.measured) : null;
  return (
    <Stack role="group" aria-label="What this means for this run">
      <h3>What this means for this run</h3>
      <p>
        A step multiplies {written(size)} weights and biases with a batch of {step.batch}:
        about {written(size * step.batch)} multiplications on the way forward. Its largest
        matrix product takes {product.rows} × {product.inputs} × {product.outputs} ={" "}
        {written(product.count)}, as many as two matrices of about {Math.round(like)} ×{" "}
        {Math.round(like)}
        {square === null
          ? "."
          : `, ${like < square ? "below" : "above"} the crossover at ${Math.round(square)} × ${Math.round(square)}.`}
      </p>
      {network && fresh && <p>{ownText(network)}</p>}
      {network && fresh && width !== null && (
        <p>
          With this batch the crossover lies at about{" "}
          {written(widened(step, width).network.size * step.batch)} weights × batch; this
          run has {written(size * step.batch)}.
        </p>
      )}
      <Small>
        {network && !fresh
          ? "The run has changed since: measure a network again to see what it means for this one."
          : "A larger batch gives each step more rows, and each pass fewer steps: change it and measure a network again."}
      </Small>
    </Stack>
  );
}
