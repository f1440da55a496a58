// Seeded randomness from a counter and a 32-bit integer hash: each draw can be computed
// alone and in any order, on any device, with the same bits.

/** The random sequences of one run, and that of the texts it writes. Each is independent of the others. */
export const streams = { data: 1, weights: 2, order: 3, drop: 4, writing: 5 } as const;

/**
 * A 32-bit hash with low bias.
 * Source: Chris Wellons, "Hash prospector" (public domain), the two-round `lowbias32`.
 */
export function hash32(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

/** The base of all keys of one stream of one seed. */
export const streamBase = (seed: number, stream: number) => hash32(stream + hash32(seed));

/** A 32-bit key for one stream of one seed; `part` tells passes or layers apart. */
export function streamKey(seed: number, stream: number, part = 0): number {
  return hash32(part + streamBase(seed, stream));
}

/** An endless sequence of numbers, uniform in [0, 1), with 24 random bits each. */
export function uniform(key: number): () => number {
  let index = 0;
  return () => {
    index += 1;
    return (hash32(key + Math.imul(index, 0x9e3779b9)) >>> 8) / 0x1000000;
  };
}

/**
 * A number from (nearly) the standard normal distribution: the sum of twelve uniform
 * draws less six. It needs only additions, so every machine computes the same bits.
 */
export function normal(draw: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += draw();
  return sum;
}

/**
 * Where position `index` (0 … count − 1) of a shuffled list of `count` items comes from.
 * For a fixed key this is a bijection: a four-round Feistel network over the next even
 * power of two, walked until it lands inside the list.
 * Source: Black and Rogaway, "Ciphers with Arbitrary Finite Domains" (2002), method 2.
 */
export function shuffled(index: number, count: number, key: number): number {
  const bits = 32 - Math.clz32(Math.max(count, 2) - 1);
  const half = (bits + 1) >> 1;
  const mask = (1 << half) - 1;
  let at = index;
  do {
    let left = at >>> half;
    let right = at & mask;
    for (let round = 0; round < 4; round += 1) {
      const next = left ^ (hash32(key + Math.imul(round, 0x9e3779b9) + right) & mask);
      left = right;
      right = next;
    }
    at = (left << half) | right;
  } while (at >= count);
  return at;
}

/** The same in WGSL: `hash32(u32)` and `shuffled(index, count, key)`. */
export const randomWgsl = /* wgsl */ `
fn hash32(value : u32) -> u32 {
  var x = value;
  x = (x ^ (x >> 16u)) * 0x21f0aaadu;
  x = (x ^ (x >> 15u)) * 0x735a2d97u;
  return x ^ (x >> 15u);
}
fn shuffled(index : i32, count : i32, key : u32) -> i32 {
  let bits = 32u - countLeadingZeros(u32(max(count, 2)) - 1u);
  let half = (bits + 1u) / 2u;
  let mask = (1u << half) - 1u;
  var at = u32(index);
  loop {
    var left = at >> half;
    var right = at & mask;
    for (var turn = 0u; turn < 4u; turn += 1u) {
      let next = left ^ (hash32(key + turn * 0x9e3779b9u + right) & mask);
      left = right;
      right = next;
    }
    at = (left << half) | right;
    if (at < u32(count)) { break; }
  }
  return i32(at);
}
`;
