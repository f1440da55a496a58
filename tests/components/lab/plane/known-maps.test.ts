// Maps that a worker has drawn, against those that the page draws itself.
import { expect, test } from "vitest";
import { blankStripe, mapPaper } from "@/components/lab/plane/class-look";
import { keepMaps, mapsOf, packMaps, pixelsOf } from "@/components/lab/plane/known-maps";
import { paintClasses, paintScores } from "@/components/lab/plane/paint";
import { parseRun } from "@/labs/run/open-link";
import { plainRun } from "@/labs/run/run";
import { affordableSide, planeMaps, winnersOf } from "@/labs/training/plane-maps";
import { startOf } from "@/labs/training/start";

const links = [
  "",
  "layers=none&in=x-y-xy",
  "data=arms&loss=categorical&layers=8",
  "layers=64-64-64-64-64-64&samples=2000&act=relu",
];

test.each(links)("maps from a worker are the page's to the last bit: %s", (link) => {
  const { run } = parseRun(link, plainRun);
  const { weights } = startOf(run);
  const alone = planeMaps(run, weights);
  // As they come through a message: copied, and the numbers on end.
  const asked = structuredClone({ run, weights });
  keepMaps(run, weights, structuredClone(packMaps(asked.run, asked.weights)));
  const maps = mapsOf(run, weights);
  expect(maps).toEqual(alone);
  expect(mapsOf(run, weights)).toBe(maps);
  for (const map of [...maps.inputs, ...maps.layers.flat()]) {
    const pixels = new Uint8ClampedArray(4 * map.length);
    paintScores(pixels, map);
    expect(pixelsOf(map)).toEqual(pixels);
  }
});

test("maps are kept for one run, its weights and a number of places", () => {
  const { weights } = startOf(plainRun);
  const maps = mapsOf(plainRun, weights);
  expect(maps.side).toBe(affordableSide(plainRun));
  expect(mapsOf(plainRun, weights)).toBe(maps);
  expect(mapsOf(plainRun, weights, 24).side).toBe(24);
  expect(mapsOf(plainRun, weights.slice())).not.toBe(maps);
  const bent = { ...plainRun, activations: ["relu"] as const };
  expect(mapsOf(bent, weights)).toEqual(planeMaps(bent, weights));
});

test("places without a number are striped in a colour of no class", () => {
  const none = new Float32Array(16).fill(Number.NaN);
  const stripes = Array.from({ length: 16 }, (_, at) => [
    ...(at % 4 < 2 ? blankStripe : mapPaper),
    255,
  ]).flat();
  const pixels = new Uint8ClampedArray(64);
  paintScores(pixels, none);
  expect([...pixels]).toEqual(stripes);
  paintClasses(pixels.fill(0), winnersOf([new Float32Array(16), none]));
  expect([...pixels]).toEqual(stripes);
});
