import { cosine, expm1, log1p, sine } from "@/labs/arithmetic/elementary";
import { soundRate } from "./voice";

// The fast Fourier transform of a real frame.

/** A transform for frames of one size, a power of two from 4 on. */
type Fourier = {
  /**
   * The power |X(k)|² of a frame x of `size` numbers at k = 0 … size / 2, where
   * X(k) = Σ x(n) e^(−2πi kn / size). The array is the same at each call.
   */
  power(frame: Float64Array): Float64Array;
};

/**
 * Prepares a transform. A real frame goes through a complex one of half the size: its
 * even samples as real parts and its odd ones as imaginary parts.
 * Source: Cooley and Tukey, "An Algorithm for the Machine Calculation of Complex Fourier
 * Series" (1965); Press et al., "Numerical Recipes" (1992), section 12.3.
 */
export function createFourier(size: number): Fourier {
  const half = size / 2;
  const bits = 31 - Math.clz32(half);
  const cosines = Float64Array.from({ length: half }, (_, k) =>
    cosine((2 * Math.PI * k) / size),
  );
  const sines = Float64Array.from({ length: half }, (_, k) =>
    sine((2 * Math.PI * k) / size),
  );
  const reversed = Uint32Array.from({ length: half }, (_, n) => {
    let turned = 0;
    for (let bit = 0; bit < bits; bit += 1)
      turned |= ((n >> bit) & 1) << (bits - 1 - bit);
    return turned;
  });
  const re = new Float64Array(half);
  const im = new Float64Array(half);
  const powers = new Float64Array(half + 1);

  /** Radix two, in place, from bit-reversed order. */
  function transform() {
    for (let span = 1; span < half; span *= 2) {
      const stride = half / span;
      for (let start = 0; start < half; start += 2 * span) {
        for (let k = 0; k < span; k += 1) {
          const c = cosines[k * stride]!;
          const s = sines[k * stride]!;
          const low = start + k;
          const high = low + span;
          const x = re[high]! * c + im[high]! * s;
          const y = im[high]! * c - re[high]! * s;
          re[high] = re[low]! - x;
          im[high] = im[low]! - y;
          re[low] = re[low]! + x;
          im[low] = im[low]! + y;
        }
      }
    }
  }

  return {
    power(frame) {
      for (let n = 0; n < half; n += 1) {
        const from = 2 * reversed[n]!;
        re[n] = frame[from]!;
        im[n] = frame[from + 1]!;
      }
      transform();
      const [even, odd] = [re[0]!, im[0]!];
      powers[0] = (even + odd) * (even + odd);
      powers[half] = (even - odd) * (even - odd);
      for (let k = 1; k < half; k += 1) {
        const back = half - k;
        const evenRe = (re[k]! + re[back]!) / 2;
        const evenIm = (im[k]! - im[back]!) / 2;
        const oddRe = (im[k]! + im[back]!) / 2;
        const oddIm = (re[back]! - re[k]!) / 2;
        const c = cosines[k]!;
        const s = sines[k]!;
        const x = evenRe + oddRe * c + oddIm * s;
        const y = evenIm + oddIm * c - oddRe * s;
        powers[k] = x * x + y * y;
      }
      return powers;
    },
  };
}

// A sound as the network sees it: how loud it is in 32 bands, as an ear divides them.

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
function fillSpectrum(sound: Float64Array, at: number, into: Float32Array) {
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

// A sound reaches the network either as bands that somebody picked, or as it
// is.

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
