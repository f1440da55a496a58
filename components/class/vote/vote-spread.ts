// How a vote is told: as counts, and with a share once there are enough votes for one.
import type { Counts } from "@/content/class/ballot-messages";

/** From so many votes on a share is told. */
const enough = 10;

export const totalOf = (counts: Counts): number =>
  Object.values(counts).reduce((sum, votes) => sum + votes, 0);

/** "12 of 30 (40 %)"; of fewer than ten votes the counts alone. */
export const shareText = (votes: number, total: number): string =>
  total < enough
    ? `${votes} of ${total}`
    : `${votes} of ${total} (${Math.round((100 * votes) / total)} %)`;
