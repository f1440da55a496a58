const rounds = 10_000_000;
const chains = 12;

/**
 * `rounds` × `chains` multiplications and as many additions of doubles. Each chain waits
 * only for itself; twelve of them keep a core's units busy and fit into its sixteen
 * registers. The result depends on all of it, so that the compiler leaves nothing out.
 */
function multiplyAndAdd(factor: number, term: number): number {
  let [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5];
  let [g, h, i, j, k, l] = [6, 7, 8, 9, 10, 11];
  for (let round = 0; round < rounds; round += 1) {
    a = a * factor + term;
    b = b * factor + term;
    c = c * factor + term;
    d = d * factor + term;
    e = e * factor + term;
    f = f * factor + term;
    g = g * factor + term;
    h = h * factor + term;
    i = i * factor + term;
    j = j * factor + term;
    k = k * factor + term;
    l = l * factor + term;
  }
  return a + b + c + d + e + f + g + h + i + j + k + l;
}

/**
 * The most arithmetic that scalar doubles in JavaScript reach on one core here, in
 * operations per second: the best of a second's attempts.
 */
export function peakFlops(): number {
  let best = 0;
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const before = performance.now();
    const sum = multiplyAndAdd(0.999, 0.001);
    const seconds = (performance.now() - before) / 1000;
    if (!(sum > 0)) throw new Error("The peak was not computed.");
    best = Math.max(best, (2 * chains * rounds) / seconds);
  }
  return best;
}
