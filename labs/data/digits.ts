// Handwritten digits of 8 × 8 pixels.
// Source: Alpaydin and Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine
// Learning Repository (1998), the test set; CC BY 4.0.

import type { TableDataset } from "@/labs/data/dataset";
import { shuffled, streamKey, streams } from "../arithmetic/random";
import { textOf } from "./data-file";

const file = "digits.csv.gz";

/** The side of an image, in pixels. */
export const digitSide = 8;

const pixels = digitSide * digitSide;

/** How bright the file lets a pixel be. */
const brightest = 16;

type Digits = { count: number; features: Float32Array; targets: Float32Array };

let read: Digits | null = null;

/**
 * All images in the order of the file: pixels from 0 to 1, row by row, and the digits.
 */
function digitsOf(text: string): Digits {
  const lines = text.trim().split("\n");
  const features = new Float32Array(lines.length * pixels);
  const targets = new Float32Array(lines.length);
  lines.forEach((line, at) => {
    const numbers = line.split(",").map(Number);
    for (let i = 0; i < pixels; i += 1) {
      features[at * pixels + i] = numbers[i]! / brightest;
    }
    targets[at] = numbers[pixels]!;
  });
  return { count: lines.length, features, targets };
}

export const digits: TableDataset = {
  on: "picture",
  label: "Handwritten digits",
  uses: ["samples"],
  kind: () => "several",
  classes: () => ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
  file,
  width: () => pixels,
  rows({ seed, samples }) {
    read ??= digitsOf(textOf(file));
    const all = read;
    const count = Math.min(samples, all.count);
    const key = streamKey(seed, streams.data);
    const features = new Float32Array(count * pixels);
    const targets = new Float32Array(count);
    for (let row = 0; row < count; row += 1) {
      const from = shuffled(row, all.count, key);
      const image = all.features.subarray(from * pixels, (from + 1) * pixels);
      features.set(image, row * pixels);
      targets[row] = all.targets[from]!;
    }
    return { features, targets };
  },
};
