// The decision map as a picture to keep: finer than on the page, and never in one go.

import { type Point, planeRadius } from "@/labs/data/dataset";
import { kindOf } from "@/labs/data/datasets";
import { classNames, featuresAt, type Split } from "@/labs/data/sample";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { winnersOf } from "@/labs/training/plane-maps";
import { scoresOf } from "@/labs/training/score";
import { classOf, lookOf } from "../plane/class-look";
import { paintClasses, paintScores } from "../plane/paint";
import { isShown, mapSize, onMap } from "../plane/plane-place";

/** The side of the map and the width of the picture, in pixels. */
const pictureWidth = 1200;

const captionHeight = 170;

/**
 * The most multiplications for one picture, and for one strip of it: some milliseconds.
 */
const most = { picture: 150_000_000, strip: 1_500_000 };

/** The map's pixels, `side` × `side`, computed strip by strip. */
async function mapPixels(run: Run, weights: Float32Array) {
  const network = networkOf(run);
  const outputs = network.layers.at(-1)?.outputs ?? 1;
  const fine = Math.floor(Math.sqrt(most.picture / network.size));
  const side = Math.min(Math.max(fine, 80), 600);
  const strip = Math.max(1, Math.floor(most.strip / (network.size * side)));
  const at = (step: number) => planeRadius * ((2 * step + 1) / side - 1);
  const image = new ImageData(side, side);
  for (let row = 0; row < side; row += strip) {
    const rows = Math.min(strip, side - row);
    const places = Array.from({ length: rows * side }, (_, index) => ({
      x: at(index % side),
      y: -at(row + Math.floor(index / side)),
    }));
    const scores = scoresOf(network, weights, featuresAt(run, places));
    const maps = Array.from({ length: outputs }, (_, output) =>
      Float32Array.from(places, (_place, index) => scores[index * outputs + output] ?? 0),
    );
    const part = image.data.subarray(4 * row * side, 4 * (row + rows) * side);
    const [only] = maps;
    if (outputs === 1 && only) paintScores(part, only);
    else paintClasses(part, winnersOf(maps));
    // The page goes on between two strips.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return image;
}

function drawMark(context: CanvasRenderingContext2D, of: number, tested: boolean) {
  const { mark, path } = lookOf(of);
  const outline = new Path2D(path);
  context.fillStyle = tested ? "#fff" : mark;
  context.strokeStyle = tested ? mark : "#fff";
  context.lineWidth = tested ? 1.6 : 1;
  context.fill(outline);
  context.stroke(outline);
}

function drawPoints(context: CanvasRenderingContext2D, points: Split, several: boolean) {
  const scale = pictureWidth / mapSize;
  const draw = (list: readonly Point[], tested: boolean) => {
    for (const { x, y, target } of list.filter(isShown)) {
      context.setTransform(scale, 0, 0, scale, scale * onMap(x), scale * onMap(-y));
      drawMark(context, classOf(target, several), tested);
    }
  };
  draw(points.held, true);
  draw(points.train, false);
  context.resetTransform();
}

function drawCaption(
  context: CanvasRenderingContext2D,
  run: Run,
  lines: readonly string[],
) {
  context.font = "26px sans-serif";
  context.fillStyle = "#1d1b18";
  lines.forEach((line, index) => {
    context.fillText(line, 20, pictureWidth + 36 + 34 * index, pictureWidth - 40);
  });
  let [left, row] = [20, pictureWidth + 104];
  for (const [index, name] of classNames(run).entries()) {
    context.setTransform(2.2, 0, 0, 2.2, left + 12, row);
    drawMark(context, index, false);
    context.resetTransform();
    context.fillStyle = "#1d1b18";
    context.fillText(name, left + 32, row + 9);
    left += context.measureText(name).width + 62;
    if (left > pictureWidth - 160) [left, row] = [20, row + 40];
  }
}

/** Draws the decision map with its points and caption, 1200 pixels wide, as a PNG. */
export async function decisionPicture(
  run: Run,
  weights: Float32Array,
  points: Split,
  lines: readonly string[],
): Promise<Blob | null> {
  const image = await mapPixels(run, weights);
  const small = document.createElement("canvas");
  small.width = image.width;
  small.height = image.height;
  small.getContext("2d")?.putImageData(image, 0, 0);
  const canvas = document.createElement("canvas");
  canvas.width = pictureWidth;
  canvas.height = pictureWidth + captionHeight;
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(small, 0, 0, pictureWidth, pictureWidth);
  drawPoints(context, points, kindOf(run) === "several");
  drawCaption(context, run, lines);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
