/** The middle one of some numbers; of an even count, the mean of the two; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  const below = sorted[Math.ceil(half) - 1];
  const above = sorted[Math.floor(half)];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}
