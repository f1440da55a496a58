// What rings at one frequency, as the air in a throat does.
import { cosine, exp } from "../arithmetic/elementary";

/** Samples per second: the fifth formant of a child still fits under half of it. */
export const soundRate = 12_000;

/**
 * Sends a sound through a resonator, in place: y(n) = a x(n) + b y(n − 1) + c y(n − 2).
 * Source: Klatt (1980), equations 1 and 2.
 */
export function resonate(sound: Float64Array, frequency: number, bandwidth: number) {
  const turn = (2 * Math.PI * frequency) / soundRate;
  const c = -exp((-2 * Math.PI * bandwidth) / soundRate);
  const b = 2 * exp((-Math.PI * bandwidth) / soundRate) * cosine(turn);
  const a = 1 - b - c;
  let last = 0;
  let beforeLast = 0;
  for (let n = 0; n < sound.length; n += 1) {
    const now = a * sound[n]! + b * last + c * beforeLast;
    sound[n] = now;
    beforeLast = last;
    last = now;
  }
}
