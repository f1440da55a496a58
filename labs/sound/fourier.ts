// The fast Fourier transform of a real frame.
import { cosine, sine } from "../elementary";

/** A transform for frames of one size, a power of two from 4 on. */
export type Fourier = {
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
