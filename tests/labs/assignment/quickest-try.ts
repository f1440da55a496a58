/**
 * How long something takes, in milliseconds. What seems slow is tried again: others may
 * share the processor, and what is slow by itself is slow each time.
 */
export function quickestTry(patience: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 8 && least >= patience; tries += 1) {
    const begun = performance.now();
    work();
    least = Math.min(least, performance.now() - begun);
  }
  return least;
}
