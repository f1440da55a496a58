// Handwritten digits of 8 × 8 pixels.
// Source: Alpaydin and Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine
// Learning Repository (1998), the test set; CC BY 4.0.

import type { TableDataset } from "@/labs/data/dataset";
import { shuffled, streamKey, streams, uniform } from "../arithmetic/random";
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

/** Fills `into` with an image moved by whole pixels; paper comes in at the edges. */
function setMoved(into: Float32Array, image: Float32Array, right: number, down: number) {
  for (let at = 0; at < pixels; at += 1) {
    const [x, y] = [(at % digitSide) - right, Math.floor(at / digitSide) - down];
    const inside = x >= 0 && x < digitSide && y >= 0 && y < digitSide;
    into[at] = inside ? image[y * digitSide + x]! : 0;
  }
}

export const digits: TableDataset = {
  on: "picture",
  label: "Handwritten digits",
  uses: ["samples", "moved"],
  kind: () => "several",
  classes: () => ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
  file,
  width: () => pixels,
  rows({ seed, samples, moved }, train) {
    read ??= digitsOf(textOf(file));
    const all = read;
    const count = Math.min(samples, all.count);
    const still = moved === "none" ? count : moved === "test" ? train(count) : 0;
    const key = streamKey(seed, streams.data);
    const features = new Float32Array(count * pixels);
    const targets = new Float32Array(count);
    for (let row = 0; row < count; row += 1) {
      const from = shuffled(row, all.count, key);
      const image = all.features.subarray(from * pixels, (from + 1) * pixels);
      if (row < still) features.set(image, row * pixels);
      else {
        const draw = uniform(streamKey(seed, streams.data, row + 1));
        const [right, down] = [Math.floor(3 * draw()) - 1, Math.floor(3 * draw()) - 1];
        setMoved(features.subarray(row * pixels, (row + 1) * pixels), image, right, down);
      }
      targets[row] = all.targets[from]!;
    }
    return { features, targets };
  },
};
