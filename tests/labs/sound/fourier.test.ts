import { expect, test } from "vitest";
import { uniform } from "@/labs/arithmetic/random";
import { createFourier } from "@/labs/sound/spectrum";

/** The definition of the discrete Fourier transform, with the platform's sine. */
function plainPower(frame: Float64Array): number[] {
  return Array.from({ length: frame.length / 2 + 1 }, (_, k) => {
    let re = 0;
    let im = 0;
    frame.forEach((value, n) => {
      const turn = (2 * Math.PI * ((k * n) % frame.length)) / frame.length;
      re += value * Math.cos(turn);
      im -= value * Math.sin(turn);
    });
    return re * re + im * im;
  });
}

test.each([4, 8, 64, 512])("the power of %d numbers is that of a plain DFT", (size) => {
  const draw = uniform(size);
  const frame = Float64Array.from({ length: size }, () => 2 * draw() - 1);
  const { power } = createFourier(size);
  const plain = plainPower(frame);
  // A second call starts from nothing the first has left.
  power(frame);
  power(frame).forEach((value, k) => {
    expect(Math.abs(value - plain[k]!)).toBeLessThan(1e-11 * size);
  });
});

test("a frame holds as much power in frequency as in time (Parseval)", () => {
  const draw = uniform(5);
  const frame = Float64Array.from({ length: 512 }, () => draw() - 0.3);
  const powers = createFourier(512).power(frame);
  const inside = powers.subarray(1, 256).reduce((sum, one) => sum + 2 * one, 0);
  const inFrequency = (inside + powers[0]! + powers[256]!) / 512;
  const inTime = frame.reduce((sum, value) => sum + value * value, 0);
  expect(inFrequency).toBeCloseTo(inTime, 9);
});
