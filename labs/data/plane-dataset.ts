// Points of the plane: those a formula gives, and the reader's own.

import type { PlaneDataset, Point } from "@/labs/data/dataset";
import type { TargetKind } from "@/labs/network/loss";
import { shuffled, streamKey, streams, uniform } from "../arithmetic/random";

/**
 * A dataset by a formula for the example at position `index`; classes take turns. `draw`
 * gives uniform numbers in [0, 1); `noise` runs from 0 to 0.5.
 */
export function plane(
  label: string,
  kind: TargetKind,
  point: (draw: () => number, index: number, noise: number) => Point,
  classes?: readonly string[],
): PlaneDataset {
  return {
    on: "plane",
    label,
    uses: ["noise", "samples", "inputs", "outliers"],
    kind: () => kind,
    classes: () => classes ?? (kind === "classes" ? twoClasses : []),
    points({ seed, samples, noise }) {
      const draw = uniform(streamKey(seed, streams.data));
      return Array.from({ length: samples }, (_, index) => point(draw, index, noise));
    },
  };
}

/** What the two classes are called: −1 and +1. */
const twoClasses = ["orange", "blue"] as const;

/** How many classes the reader's own points name: at least two. */
function classCount(own: readonly Point[]): number {
  return own.reduce((count, { target }) => Math.max(count, target + 1), 2);
}

const colours = [
  ...["orange", "blue", "green", "pink", "grey"],
  ...["violet", "brown", "teal", "red", "olive"],
];

/** The reader's own points, in an order that the seed decides. */
export const own: PlaneDataset = {
  on: "plane",
  label: "Your own points",
  uses: ["own", "inputs", "outliers"],
  kind: ({ own }) => (classCount(own) > 2 ? "several" : "classes"),
  classes: ({ own }) => colours.slice(0, classCount(own)),
  points({ own, seed }) {
    const key = streamKey(seed, streams.data);
    const points = own.map((_, index) => own[shuffled(index, own.length, key)]!);
    if (classCount(own) > 2) return points;
    return points.map(({ x, y, target }) => ({ x, y, target: target === 0 ? -1 : 1 }));
  },
};
