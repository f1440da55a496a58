// Numbers and orders drawn from a seed: the same in every browser and on the server.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Gives whole numbers from 0 to less than `most`, at least 1. */
export type Draw = (most: number) => number;

/** FNV-1a, 32 bits; http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}

/** A generator for one seed and one text, such as a question’s id. */
export function seeded(text: string, seed: number): Draw {
  const generator = xoroshiro128plus(hashed(`${text} ${seed}`));
  return (most) => uniformInt(generator, 0, most - 1);
}

/** The numbers 0 to `length` − 1 in an order drawn from `draw`: Fisher and Yates. */
export function permutation(length: number, draw: Draw): number[] {
  const order = Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at -= 1) {
    const other = draw(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

/**
 * A list in the order that a seed draws for a text. `shuffles`: never in the order it has,
 * unless there is only one.
 */
export function permuted<T>(
  list: readonly T[],
  text: string,
  seed: number,
  shuffles = false,
): T[] {
  const draw = seeded(text, seed);
  let order = permutation(list.length, draw);
  while (shuffles && list.length > 1 && order.every((from, at) => from === at)) {
    order = permutation(list.length, draw);
  }
  return order.flatMap((at) => list.slice(at, at + 1));
}
