// Numbers and orders drawn from a seed: the same in every browser and on the server.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { hash32 } from "@/labs/arithmetic/random";

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

const drawFrom = (hash: number): Draw => {
  const generator = xoroshiro128plus(hash);
  return (most) => uniformInt(generator, 0, most - 1);
};

/**
 * A generator for one seed and one text, such as a question’s id. Numbers that were asked for
 * are drawn by it, and so it stays; but its first draw is the lowest bits of the hash, and
 * these follow from the lowest bits of the letters: of two texts they are tied.
 */
export const seeded = (text: string, seed: number): Draw =>
  drawFrom(hashed(`${text} ${seed}`));

/** The numbers 0 to `length` − 1 in an order drawn from `draw`: Fisher and Yates. */
function permutation(length: number, draw: Draw): number[] {
  const order = Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at -= 1) {
    const other = draw(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

/**
 * Gives a list in the order that a seed draws for a text. `shuffles`: never in the order it
 * has, unless there is only one.
 */
export type Permute = <T>(
  list: readonly T[],
  text: string,
  seed: number,
  shuffles?: boolean,
) => T[];

const permutedBy =
  (begin: (text: string, seed: number) => Draw): Permute =>
  (list, text, seed, shuffles = false) => {
    const draw = begin(text, seed);
    let order = permutation(list.length, draw);
    while (shuffles && list.length > 1 && order.every((from, at) => from === at)) {
      order = permutation(list.length, draw);
    }
    return order.flatMap((at) => list.slice(at, at + 1));
  };

/** Of two texts, the orders for a seed have nothing to do with each other. */
export const permuted = permutedBy((text, seed) =>
  drawFrom(hash32(hashed(`${text} ${seed}`))),
);

/** The orders of sheets that were printed before: of two texts they are tied. */
export const formerlyPermuted = permutedBy(seeded);
