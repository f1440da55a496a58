import { expect, test } from "vitest";
import {
  bandCentres,
  bandCount,
  bandEdges,
  frameSize,
  hertzOf,
  melOf,
  spectrumAt,
} from "@/labs/sound/spectrum";
import { soundRate } from "@/labs/sound/voice";

const tone = (hertz: number, loudness = 1) =>
  Float64Array.from(
    { length: frameSize },
    (_, n) => loudness * Math.sin((2 * Math.PI * hertz * n) / soundRate),
  );

const loudestBand = (bands: Float32Array) => bands.indexOf(Math.max(...bands));

test("1,000 Hz are 1,000 mel, and 4,000 Hz are 2,146", () => {
  expect(melOf(1000)).toBeCloseTo(1000, 0);
  expect(melOf(4000)).toBeCloseTo(2146, 0);
  for (const hertz of [80, 440, 5000])
    expect(hertzOf(melOf(hertz))).toBeCloseTo(hertz, 9);
});

test("the bands lie from 80 to 5,000 Hz, as far apart in mel", () => {
  expect(bandCentres).toHaveLength(bandCount);
  expect(bandEdges[0]).toBeCloseTo(80, 9);
  expect(bandEdges.at(-1)).toBeCloseTo(5000, 6);
  const steps = bandEdges.slice(1).map((edge, k) => melOf(edge) - melOf(bandEdges[k]!));
  for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 6);
});

test("a tone at the middle of a band is loudest in that band", () => {
  bandCentres.forEach((centre, k) => {
    expect(loudestBand(spectrumAt(tone(centre), 0))).toBe(k);
  });
});

test("how loud a sound is makes no difference", () => {
  const loud = spectrumAt(tone(700), 0);
  const soft = spectrumAt(tone(700, 0.001), 0);
  for (const [k, value] of loud.entries()) expect(soft[k]).toBeCloseTo(value, 5);
});

test("bands are from 0 to 1, the loudest at 1, and a factor of ten in amplitude is 0.4", () => {
  const two = tone(500).map((value, n) => value + tone(3000, 0.1)[n]!);
  const bands = spectrumAt(two, 0);
  expect(Math.max(...bands)).toBe(1);
  expect(Math.min(...bands)).toBeGreaterThanOrEqual(0);
  const louder = spectrumAt(
    tone(500).map((value, n) => value + tone(3000)[n]!),
    0,
  );
  const at = bandCentres.findIndex((centre) => centre > 2900);
  const last = bandCentres.findIndex((centre) => centre > 450);
  const fallen = louder[at]! - louder[last]! - (bands[at]! - bands[last]!);
  expect(fallen).toBeCloseTo(20 / 50, 2);
});

test("silence, and what lies beyond the end of a sound, gives zeros", () => {
  expect([...spectrumAt(new Float64Array(frameSize), 0)]).toEqual(
    Array(bandCount).fill(0),
  );
  expect([...spectrumAt(tone(500), 2 * frameSize)]).toEqual(Array(bandCount).fill(0));
});

test("a tone between two bins leaves bands far from it silent: Hann's window", () => {
  const bin = soundRate / frameSize;
  const bands = spectrumAt(tone(20.5 * bin), 0);
  bandCentres.forEach((centre, k) => {
    if (Math.abs(centre - 20.5 * bin) > 10 * bin) expect(bands[k]).toBeLessThan(0.1);
  });
});
