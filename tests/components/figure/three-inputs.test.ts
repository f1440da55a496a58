// The figure of the three inputs against the labs' own runs, trained to the end.

import { expect, test } from "vitest";
import { levels, rows, seven } from "@/components/figure/three-inputs-data";
import { labs } from "@/labs/catalog/labs";
import { changesOf, levelsOf, usualChange } from "@/labs/data/series";
import { compileTraining } from "@/labs/kernel/kernel";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { scoresOf } from "@/labs/training/score";
import { provideData } from "@/tests/labs/provide-data";

provideData();

/** A run trained to its end, and what it says of the features of one example. */
function trained(run: Run) {
  const { sample, plan, examples, state } = planOf(run);
  const curve = new Float32Array(2 * run.passes);
  compileTraining(plan, examples).train(state, 1, run.passes, curve);
  const weights = state.slice(0, plan.network.size);
  const says = (features: Float32Array) =>
    Array.from(scoresOf(plan.network, weights, features));
  return { sample, says };
}

/** One row of many features, by its number. */
const rowOf = (all: Float32Array, width: number, at: number) =>
  all.subarray(at * width, (at + 1) * width);

const rounded = (scores: readonly number[], decimals: number) =>
  scores.map((score) => Number(score.toFixed(decimals)));

test("the seven is a test image of the lab, and its ten scores are the network's", () => {
  const { sample, says } = trained(labs.pictures.start);
  const image = Float32Array.from(seven, (ink) => ink / 16);
  const places = Array.from({ length: sample.held }, (_, at) => sample.train + at);
  const place = places.find((at) =>
    rowOf(sample.features, 64, at).every((ink, pixel) => ink === image[pixel]),
  );
  expect(sample.targets[place ?? -1]).toBe(7);
  expect(rounded(says(image), 1)).toEqual(rows[0].scores);
});

test("the sound is a test example of the lab, and its five scores are the network's", () => {
  const { sample, says } = trained(labs.sound.start);
  const bands = Float32Array.from(rows[1].given);
  expect(bands).toEqual(rowOf(sample.features, bands.length, sample.train));
  expect(sample.targets[sample.train]).toBe(0);
  expect(rounded(says(bands), 1)).toEqual(rows[1].scores);
});

test("the months are of the lab's record, and the score is the network's", () => {
  const run = labs.series.start;
  const { sample, says } = trained(run);
  const record = levelsOf.co2();
  const first = record.findIndex((_, at) =>
    levels.every((one, k) => one === record[at + k]),
  );
  expect(first).toBeGreaterThan(sample.train + run.window);
  const unit = usualChange(changesOf(record), sample.train + run.window);
  const seen = Float32Array.from(changesOf(levels), (change) => change / unit);
  expect(rounded(says(seen), 2)).toEqual(rows[2].scores);
});
