import { setOf, setSize } from "@/content/pool";

/**
 * What a pool asks in a round. Once every question was asked, the round begins empty and
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
