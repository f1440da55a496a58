/** At most `most` items of a list, evenly spread, with the first and the last. */
export function thinOut<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  const last = items.length - 1;
  const stride = Math.ceil(last / (most - 1));
  const count = Math.ceil(last / stride);
  return Array.from(
    { length: count + 1 },
    (_, at) => items[Math.min(at * stride, last)]!,
  );
}
