// The ten digits as a hand writes them: strokes through points of a box of 1 × 1.
import type { Spot } from "@/labs/picture/drawing";

type Strokes = readonly (readonly (readonly [x: number, y: number])[])[];

/** Part of an ellipse; angles in quarter turns, clockwise from the right. */
function arc(x: number, y: number, rx: number, ry: number, from: number, to: number) {
  const steps = Math.ceil(Math.abs(to - from) * 6);
  return Array.from({ length: steps + 1 }, (_, step): [number, number] => {
    const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 2;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });
}

/** Several ways to write each digit. */
const ways: readonly (readonly Strokes[])[] = [
  [[arc(0.5, 0.5, 0.3, 0.5, 0, 4)], [arc(0.5, 0.5, 0.36, 0.5, -1, 3)]],
  [
    [
      [
        [0.3, 0.25],
        [0.55, 0],
        [0.55, 1],
      ],
    ],
    [
      [
        [0.5, 0],
        [0.5, 1],
      ],
    ],
    [
      [
        [0.6, 0],
        [0.45, 1],
      ],
    ],
  ],
  [
    [[...arc(0.5, 0.27, 0.3, 0.27, -2, 0.5), [0.2, 1], [0.82, 1]]],
    [[...arc(0.5, 0.3, 0.3, 0.3, -1.8, 0.3), [0.25, 0.95], [0.5, 0.9], [0.8, 1]]],
  ],
  [
    [[...arc(0.45, 0.25, 0.3, 0.25, -1.8, 1), ...arc(0.45, 0.75, 0.33, 0.25, -1, 1.8)]],
    [[[0.2, 0.05], [0.75, 0.05], [0.45, 0.4], ...arc(0.45, 0.7, 0.33, 0.3, -1, 1.8)]],
  ],
  [
    [
      [
        [0.6, 0],
        [0.15, 0.65],
        [0.85, 0.65],
      ],
      [
        [0.65, 0.35],
        [0.6, 1],
      ],
    ],
    [
      [
        [0.2, 0],
        [0.2, 0.5],
        [0.8, 0.5],
      ],
      [
        [0.7, 0.1],
        [0.65, 1],
      ],
    ],
  ],
  [
    [[[0.8, 0.02], [0.3, 0.02], [0.25, 0.42], ...arc(0.45, 0.68, 0.32, 0.3, -1.2, 1.7)]],
    [
      [[0.3, 0.05], [0.28, 0.45], ...arc(0.45, 0.7, 0.3, 0.3, -1, 1.7)],
      [
        [0.3, 0.03],
        [0.8, 0.03],
      ],
    ],
  ],
  [
    [[[0.65, 0], [0.3, 0.45], ...arc(0.5, 0.72, 0.27, 0.27, -2.2, 2)]],
    [[...arc(0.6, 0.5, 0.36, 0.5, -1.1, -2), ...arc(0.52, 0.74, 0.27, 0.25, -2, 2)]],
  ],
  [
    [
      [
        [0.2, 0.03],
        [0.8, 0.03],
        [0.4, 1],
      ],
    ],
    [
      [
        [0.2, 0.03],
        [0.8, 0.03],
        [0.45, 1],
      ],
      [
        [0.3, 0.5],
        [0.75, 0.5],
      ],
    ],
  ],
  [
    [arc(0.5, 0.25, 0.24, 0.24, 0, 4), arc(0.5, 0.74, 0.3, 0.26, 0, 4)],
    [
      [
        ...arc(0.5, 0.25, 0.25, 0.25, -0.5, -3),
        ...arc(0.5, 0.75, 0.28, 0.25, -1, 3),
        ...arc(0.5, 0.25, 0.25, 0.25, 1, -0.5),
      ],
    ],
  ],
  [
    [[...arc(0.5, 0.28, 0.27, 0.27, 0, -4), [0.77, 0.3], [0.65, 1]]],
    [
      [
        ...arc(0.48, 0.28, 0.27, 0.27, 0, -4),
        [0.75, 0.6],
        ...arc(0.45, 0.7, 0.3, 0.3, 0, 1.4),
      ],
    ],
  ],
];

/** How a digit is written: where, how large, how slanted (as a share of its height). */
export type Hand = { left: number; top: number; size: number; slant: number };

/** The strokes of a digit, in dots of a drawing; `way` counts from 0. */
export function writtenDigit(digit: number, way: number, hand: Hand): Spot[][] {
  return ways[digit]![way]!.map((stroke) =>
    stroke.map(([x, y]) => ({
      x: hand.left + hand.size * (x + hand.slant * (0.5 - y)),
      y: hand.top + hand.size * y,
    })),
  );
}

export const waysOf = (digit: number) => ways[digit]!.length;
