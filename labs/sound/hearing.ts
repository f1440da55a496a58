// What of a sound the network is given: bands that somebody picked, or the sound as it
// is.
import { bandCount, fillSpectrum, frameSize } from "./spectrum";

/** How a frame of a sound becomes the features of an example. */
export type Hearing = {
  /** How many features. */
  width: number;
  /** Fills `into` with the features of the frame of `frameSize` samples from `at` on. */
  fill(sound: Float64Array, at: number, into: Float32Array): void;
};

/** The loudness of 32 bands; see `fillSpectrum`. */
export const asBands: Hearing = { width: bandCount, fill: fillSpectrum };

/** The samples themselves, made as loud as 1 (the root of their mean square). */
export const asWave: Hearing = {
  width: frameSize,
  fill(sound, at, into) {
    let sum = 0;
    for (let n = 0; n < frameSize; n += 1) {
      const sample = sound[at + n] ?? 0;
      sum += sample * sample;
    }
    const loudness = Math.sqrt(sum / frameSize) || 1;
    for (let n = 0; n < frameSize; n += 1) into[n] = (sound[at + n] ?? 0) / loudness;
  },
};
