import { beforeAll, describe, expect, test } from "vitest";
import { labs } from "@/labs/catalog/labs";
import { datasets } from "@/labs/data/datasets";
import { compileTraining } from "@/labs/kernel/kernel";
import {
  blankDrawing,
  cellsOf,
  type Drawing,
  drawingOf,
  drawingSide,
  isBlank,
  stroked,
} from "@/labs/picture/drawing";
import { asDigit, boxOf } from "@/labs/picture/drawn-digit";
import { planOf } from "@/labs/run/plan";
import { classesOf, scoresOf } from "@/labs/training/score";
import { provideData } from "../provide-data";
import { type Hand, waysOf, writtenDigit } from "./written-digits";

beforeAll(provideData);

const digits = Array.from({ length: 10 }, (_, digit) => digit);
const middle: Hand = { left: 6, top: 6, size: 20, slant: 0 };

function written(digit: number, way: number, hand: Hand, radius = 2.2): Drawing {
  let drawing = blankDrawing();
  for (const stroke of writtenDigit(digit, way, hand)) {
    stroke.forEach((to, at) => {
      const from = stroke[Math.max(at - 1, 0)]!;
      drawing = stroked(drawing, { ink: true, radius }, from, to);
    });
  }
  return drawing;
}

const inkOf = (drawing: Drawing) =>
  drawing.reduce((sum, ink) => sum + ink, 0) / drawing.length;

const furthest = (one: Drawing, other: Drawing) =>
  Math.max(...one.map((ink, at) => Math.abs(ink - other[at]!)));

function allImages() {
  const { features, targets } = datasets.digits.rows(
    { ...labs.pictures.start, samples: 2000 },
    (count) => count,
  );
  return { features, targets };
}

test("all 1,797 images can be had, each of 64 pixels from 0 to 1 and a digit", () => {
  const { features, targets } = allImages();
  expect(targets.length).toBe(1797);
  expect(features.length).toBe(1797 * 64);
  expect(Math.min(...features)).toBe(0);
  expect(Math.max(...features)).toBe(1);
  // The counts that the repository of the dataset gives for its test set.
  const counts = digits.map((digit) => targets.filter((one) => one === digit).length);
  expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
});

test("the images are as the shaping of drawings takes them to be", () => {
  const { features, targets } = allImages();
  const images = Array.from(targets, (_, at) => features.subarray(at * 64, at * 64 + 64));
  const ink = images.map((image) => image.reduce((sum, one) => sum + one, 0) / 64);
  const mean = ink.reduce((sum, one) => sum + one, 0) / ink.length;
  expect(mean).toBeCloseTo(0.306, 2);
  for (const image of images) {
    expect(image.subarray(0, 8).some((one) => one > 0)).toBe(true);
    expect(image.subarray(56).some((one) => one > 0)).toBe(true);
  }
  const first = (row: Float32Array) => row.findIndex((one) => one > 0);
  const lean = images.map(
    (image) => first(image.subarray(0, 8)) - first(image.subarray(56)),
  );
  expect(Math.abs(lean.reduce((sum, one) => sum + one, 0) / lean.length)).toBeLessThan(
    0.1,
  );
});

test("a drawing made of cells gives the same cells again", () => {
  const { features } = allImages();
  for (let at = 0; at < 20 * 64; at += 64) {
    const cells = features.slice(at, at + 64);
    expect(cellsOf(drawingOf(cells))).toEqual(cells);
  }
});

test("a stroke inks what its pen covers, and the eraser takes it off again", () => {
  const [from, to] = [
    { x: 4, y: 16 },
    { x: 28, y: 16 },
  ];
  const line = stroked(blankDrawing(), { ink: true, radius: 2 }, from, to);
  expect(inkOf(line) * line.length).toBeCloseTo(24 * 4 + Math.PI * 4, -0.5);
  expect(line[16 * drawingSide + 16]).toBe(1);
  expect(line[10 * drawingSide + 16]).toBe(0);
  const erased = stroked(line, { ink: false, radius: 3 }, from, to);
  expect(isBlank(line)).toBe(false);
  expect(isBlank(erased)).toBe(true);
});

test("an empty drawing stays empty", () => {
  expect(isBlank(blankDrawing())).toBe(true);
  expect(asDigit(blankDrawing())).toEqual(blankDrawing());
});

test("it does not matter where a digit is drawn", () => {
  for (const digit of digits) {
    const one = asDigit(written(digit, 0, { ...middle, left: 1, top: 3 }));
    const other = asDigit(written(digit, 0, { ...middle, left: 9, top: 9 }));
    expect(furthest(one, other)).toBeLessThan(1e-5);
  }
});

test("a shaped digit stands in the middle, fills the height, and has the usual ink", () => {
  for (const digit of digits) {
    for (const size of [14, 20, 27]) {
      const shaped = asDigit(written(digit, 0, { ...middle, left: 3, top: 3, size }));
      const { left, top, width, height } = boxOf(shaped);
      expect(top).toBe(0);
      expect(height).toBe(drawingSide);
      expect(left + width / 2).toBeGreaterThan(14);
      expect(left + width / 2).toBeLessThan(18);
      expect(inkOf(shaped)).toBeGreaterThan(0.27);
      expect(inkOf(shaped)).toBeLessThan(0.35);
    }
  }
});

test("a short dash is not blown up to a block", () => {
  const [from, to] = [
    { x: 8, y: 16 },
    { x: 24, y: 16 },
  ];
  const dash = stroked(blankDrawing(), { ink: true, radius: 1.5 }, from, to);
  expect(boxOf(asDigit(dash)).height).toBeLessThan(20);
});

describe("the lab's own network, trained", () => {
  const trained = () => {
    const { plan, state } = ((task) => {
      const { plan, examples, state, passes } = task;
      compileTraining(plan, examples).train(
        state,
        1,
        passes,
        new Float32Array(2 * passes),
      );
      return { plan, state };
    })(planOf(labs.pictures.start));
    const weights = state.slice(0, plan.network.size);
    return (cells: Float32Array) =>
      classesOf(scoresOf(plan.network, weights, cells), 10)[0]!;
  };

  test("reads digits that were never in the file, drawn anywhere, at any size, slanted", () => {
    const read = trained();
    let [all, shaped, unshaped] = [0, 0, 0];
    for (const digit of digits) {
      for (let way = 0; way < waysOf(digit); way += 1) {
        for (const size of [16, 20, 24]) {
          for (const slant of [-0.1, 0, 0.15]) {
            const room = 31 - size;
            const hand = { left: room * 0.4, top: room * 0.7, size, slant };
            const drawing = written(digit, way, hand);
            all += 1;
            if (read(cellsOf(asDigit(drawing))) === digit) shaped += 1;
            if (read(cellsOf(drawing)) === digit) unshaped += 1;
          }
        }
      }
    }
    expect(shaped / all).toBeGreaterThan(0.93);
    // Without the shaping it is lost: most of them are too small, or stand elsewhere.
    expect(unshaped / all).toBeLessThan(0.6);
  });
});
