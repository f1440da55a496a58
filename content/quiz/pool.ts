// Which questions of a lesson's pool are asked together: a retake asks others.
import { permuted } from "./kinds/draw";

/** The most questions asked together. */
export const setSize = 5;

/**
 * The sets of a pool, for round 0, 1, 2, …: every question once before any comes again.
 * The first time through, in the order of the file; then in an order drawn anew.
 */
export function setOf<T>(pool: readonly T[], round: number): T[] {
  const sets = Math.max(1, Math.ceil(pool.length / setSize));
  const time = Math.floor(round / sets);
  const order = time === 0 ? pool : permuted(pool, "pool", time);
  const from = (round % sets) * Math.ceil(pool.length / sets);
  return order.slice(from, from + Math.ceil(pool.length / sets));
}

/** The first round that asks the question at a place of the pool. */
export function roundOf<T>(pool: readonly T[], at: number): number {
  const sets = Math.max(1, Math.ceil(pool.length / setSize));
  return Math.floor(at / Math.ceil(pool.length / sets));
}

/**
 * The questions that a pool asks in a round, and how. Once every question was asked, the round begins empty and
 * draws other numbers and orders.
 */
export function roundAt<T>(pool: readonly T[], round: number) {
  const sets = Math.max(1, Math.ceil(pool.length / setSize));
  const fresh = round >= sets;
  const part = sets > 1 ? `: set ${(round % sets) + 1} of ${sets}` : "";
  return {
    set: setOf(pool, round),
    sets,
    fresh,
    seed: fresh ? round : 0,
    name: `${fresh ? "Questions, once more" : "Questions"}${part}`,
  };
}
