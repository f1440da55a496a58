// The same sound at another number of samples per second.

/** Zero crossings of the sinc on either side. */
const reach = 16;

/**
 * The share of the narrower band that is kept; the rest is for the filter to fall off.
 */
const keptShare = 0.92;

/** How finely the kernel is tabled between two zero crossings. */
const grain = 512;

/** sin(πx) / (πx) under a Hann window that ends at x = ±reach, at x = k / grain. */
const table = Float64Array.from({ length: reach * grain + 2 }, (_, k) => {
  if (k === 0) return 1;
  if (k >= reach * grain) return 0;
  const turn = (Math.PI * k) / grain;
  return (Math.sin(turn) / turn) * (0.5 + 0.5 * Math.cos(turn / reach));
});

function kernel(x: number): number {
  const at = Math.min(Math.abs(x), reach) * grain;
  const low = Math.floor(at);
  return table[low]! + (at - low) * (table[low + 1]! - table[low]!);
}

/**
 * A sound at `to` samples per second instead of `from`, by a windowed sinc that also
 * takes away what the lower of both rates cannot hold. It ends where the sound does.
 * Source: Smith, "Digital Audio Resampling Home Page" (CCRMA, Stanford, 2002).
 */
export function resample(
  sound: ArrayLike<number>,
  from: number,
  to: number,
): Float64Array<ArrayBuffer> {
  const step = from / to;
  const cut = keptShare * Math.min(1, to / from);
  const wing = Math.ceil(reach / cut);
  const resampled = new Float64Array(Math.floor(sound.length / step));
  for (let n = 0; n < resampled.length; n += 1) {
    const at = n * step;
    const nearest = Math.round(at);
    const last = Math.min(nearest + wing, sound.length - 1);
    let sum = 0;
    for (let k = Math.max(nearest - wing, 0); k <= last; k += 1) {
      sum += sound[k]! * kernel(cut * (k - at));
    }
    resampled[n] = cut * sum;
  }
  return resampled;
}
