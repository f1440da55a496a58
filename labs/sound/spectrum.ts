// What the network sees of a sound: how loud it is in 32 bands, as an ear divides them.
import { cosine, expm1, log1p } from "../elementary";
import { createFourier } from "./fourier";
import { soundRate } from "./resonator";

/** The samples that one spectrum is taken from: 43 ms. */
export const frameSize = 512;

/** How many bands a spectrum has. */
export const bandCount = 32;

/** Where the lowest band begins and the highest ends, in Hz. */
const lowest = 80;
const highest = 5000;

/**
 * A pitch as listeners judge it, in mel.
 * Source: O'Shaughnessy, "Speech Communication" (1987), page 150.
 */
export const melOf = (hertz: number) => 1127 * log1p(hertz / 700);

export const hertzOf = (mel: number) => 700 * expm1(mel / 1127);

/** The edges of the bands in Hz; band k rises from edge k to k + 1 and falls to k + 2. */
export const bandEdges: readonly number[] = Array.from(
  { length: bandCount + 2 },
  (_, k) => {
    const from = melOf(lowest);
    return hertzOf(from + (k * (melOf(highest) - from)) / (bandCount + 1));
  },
);

/** The frequency in Hz at which each band is most sensitive. */
export const bandCentres = bandEdges.slice(1, -1);

type Band = { first: number; weights: Float64Array };

/** A triangle for each band over the bins of the transform. */
const bands: readonly Band[] = bandCentres.map((centre, k): Band => {
  const from = bandEdges[k]!;
  const to = bandEdges[k + 2]!;
  const bin = soundRate / frameSize;
  const first = Math.ceil(from / bin);
  const length = Math.floor(to / bin) - first + 1;
  const weights = Float64Array.from({ length }, (_, at) => {
    const hertz = (first + at) * bin;
    return hertz < centre
      ? (hertz - from) / (centre - from)
      : (to - hertz) / (to - centre);
  });
  return { first, weights };
});

/** Hann's window: it lets a frame begin and end softly. */
const hann = Float64Array.from(
  { length: frameSize },
  (_, n) => 0.5 - 0.5 * cosine((2 * Math.PI * n) / frameSize),
);

/** The share of the sample before that is taken off, which lifts the high bands. */
const emphasis = 0.95;

/** How far below the loudest band the quietest counts, as a power: 50 dB. */
export const quietest = 50;
const floor = 1e-5;
const logOfRange = log1p(1 / floor);

const { power } = createFourier(frameSize);
const frame = new Float64Array(frameSize);

/**
 * Fills `into` with the 32 log-mel bands of the frame that begins at `at`: 1 is the
 * loudest band of the frame, 0 is 50 dB below it or less. A frame of silence gives zeros.
 */
export function fillSpectrum(sound: Float64Array, at: number, into: Float32Array) {
  for (let n = 0; n < frameSize; n += 1) {
    const from = at + n;
    frame[n] = hann[n]! * ((sound[from] ?? 0) - emphasis * (sound[from - 1] ?? 0));
  }
  const powers = power(frame);
  const energies = bands.map(({ first, weights }) => {
    let sum = 0;
    for (let k = 0; k < weights.length; k += 1) sum += weights[k]! * powers[first + k]!;
    return sum;
  });
  const loudest = Math.max(...energies);
  for (let band = 0; band < bandCount; band += 1) {
    const share = loudest > 0 ? energies[band]! / loudest : 0;
    into[band] = log1p(share / floor) / logOfRange;
  }
}

/** The 32 log-mel bands of one frame: see `fillSpectrum`. */
export function spectrumAt(sound: Float64Array, at: number): Float32Array {
  const bands = new Float32Array(bandCount);
  fillSpectrum(sound, at, bands);
  return bands;
}
