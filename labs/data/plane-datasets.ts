import { cosine, sine } from "@/labs/arithmetic/elementary";
import { normal, shuffled, streamKey, streams, uniform } from "@/labs/arithmetic/random";
import type { TargetKind } from "@/labs/network/loss";
import type { PlaneDataset, Point } from "./dataset";

// Points of the plane: those a formula gives, and the reader's own.

/**
 * A dataset by a formula for the example at position `index`; classes take turns. `draw`
 * gives uniform numbers in [0, 1); `noise` runs from 0 to 0.5.
 */
function plane(
  label: string,
  kind: TargetKind,
  point: (draw: () => number, index: number, noise: number) => Point,
  classes?: readonly string[],
): PlaneDataset {
  return {
    on: "plane",
    label,
    uses: ["noise", "samples", "inputs", "scaling", "outliers"],
    kind: () => kind,
    classes: () => classes ?? (kind === "classes" ? twoClasses : []),
    points({ seed, samples, noise }) {
      const draw = uniform(streamKey(seed, streams.data));
      return Array.from({ length: samples }, (_, index) => point(draw, index, noise));
    },
  };
}

/** The names of the two classes: −1 and +1. */
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
  uses: ["own", "inputs", "scaling", "outliers"],
  kind: ({ own }) => (classCount(own) > 2 ? "several" : "classes"),
  classes: ({ own }) => colours.slice(0, classCount(own)),
  points({ own, seed }) {
    const key = streamKey(seed, streams.data);
    const points = own.map((_, index) => own[shuffled(index, own.length, key)]!);
    if (classCount(own) > 2) return points;
    return points.map(({ x, y, target }) => ({ x, y, target: target === 0 ? -1 : 1 }));
  },
};

// A blue disc inside an orange ring, with a gap between them.

const point = (draw: () => number, index: number, noise: number) => {
  const blue = index % 2 === 0;
  const [nearest, farthest] = blue ? [0, 1.3] : [1.8, 2.9];
  for (;;) {
    const x = 6 * draw() - 3;
    const y = 6 * draw() - 3;
    const distance = Math.sqrt(x * x + y * y);
    if (distance < nearest || distance > farthest) continue;
    return {
      x: x + noise * normal(draw),
      y: y + noise * normal(draw),
      target: blue ? 1 : -1,
    };
  }
};

export const circle = plane("Circle", "classes", point);

// Blue where x and y have the same sign, orange where they differ.

const xorPoint = (draw: () => number, index: number, noise: number) => {
  const blue = index % 2 === 0;
  const x = (0.2 + 2.7 * draw()) * (draw() < 0.5 ? -1 : 1);
  const y = (0.2 + 2.7 * draw()) * (blue === x > 0 ? 1 : -1);
  return {
    x: x + noise * normal(draw),
    y: y + noise * normal(draw),
    target: blue ? 1 : -1,
  };
};

export const xor = plane("Exclusive or", "classes", xorPoint);

// Two round clouds, blue at the upper right and orange at the lower left.

const gaussianPoint = (draw: () => number, index: number, noise: number) => {
  const target = index % 2 === 0 ? 1 : -1;
  const spread = 0.45 + 1.5 * noise;
  return {
    x: 1.2 * target + spread * normal(draw),
    y: 1.2 * target + spread * normal(draw),
    target,
  };
};

export const gaussian = plane("Two clouds", "classes", gaussianPoint);

// One point in twenty is blue, a rare class, and its cloud overlaps the other.

const rarePoint = (draw: () => number, index: number, noise: number) => {
  const target = index % 20 === 0 ? 1 : -1;
  const spread = 0.95 + noise;
  return {
    x: (target > 0 ? 1 : -0.6) + spread * normal(draw),
    y: (target > 0 ? 1 : -0.6) + spread * normal(draw),
    target,
  };
};

export const rare = plane("One in twenty", "classes", rarePoint);

// Two arms that wind around each other for a little over one turn and a half.

const spiralPoint = (draw: () => number, index: number, noise: number) => {
  const target = index % 2 === 0 ? 1 : -1;
  const along = draw();
  const radius = 0.2 + 2.6 * along;
  const angle = 1.75 * 2 * Math.PI * along + (target > 0 ? 0 : Math.PI);
  return {
    x: radius * sine(angle) + 0.5 * noise * normal(draw),
    y: radius * cosine(angle) + 0.5 * noise * normal(draw),
    target,
  };
};

export const spiral = plane("Spiral", "classes", spiralPoint);

// Three spiral arms, a class each, wound around one centre.

const armsPoint = (draw: () => number, index: number, noise: number) => {
  const target = index % 3;
  const distance = 0.2 + 2.4 * draw();
  const angle = 1.6 * distance + (target * 2 * Math.PI) / 3;
  return {
    x: distance * cosine(angle) + noise * normal(draw),
    y: distance * sine(angle) + noise * normal(draw),
    target,
  };
};

export const arms = plane("Three arms", "several", armsPoint, [
  "orange",
  "blue",
  "green",
]);

// A landscape to predict: two rises and two hollows, heights from −1 to 1.

/** A rise that falls off with the distance from its top, as 1 / (1 + d²)². */
function rise(x: number, y: number, topX: number, topY: number): number {
  const [dx, dy] = [x - topX, y - topY];
  const distance = dx * dx + dy * dy;
  return 1 / ((1 + distance) * (1 + distance));
}

const height = (x: number, y: number) =>
  rise(x, y, 1.4, 1.4) -
  rise(x, y, 1.4, -1.4) -
  rise(x, y, -1.4, 1.4) +
  rise(x, y, -1.4, -1.4);

const hillsPoint = (draw: () => number, _index: number, noise: number) => {
  const x = 6 * draw() - 3;
  const y = 6 * draw() - 3;
  return { x, y, target: height(x, y) + 0.5 * noise * normal(draw) };
};

export const hills = plane("Hills", "number", hillsPoint);
