/**
 * The multiplications and additions that one pass needs at least, for layers of the given
 * widths: per training example forward, the slopes of the weights, and the slopes of the
 * outputs below (the first layer has nothing below it that learns); then forward again
 * for every example of both sets, which gives the losses of the pass. Activations,
 * losses and the steps themselves are not counted.
 */
export function flopsPerPass(
  widths: readonly number[],
  train: number,
  test: number,
): number {
  const products = widths.slice(1).map((width, index) => width * (widths[index] ?? 0));
  const all = products.reduce((sum, count) => sum + count, 0);
  const first = products[0] ?? 0;
  return train * (2 * all + 2 * all + 2 * (all - first)) + (train + test) * 2 * all;
}
