// A drawing of ink on 32 × 32 dots: the bitmaps that the dataset's digits were counted
// from, in blocks of 4 × 4.
import { digitSide } from "../data/digits";

/** The side of a drawing, in dots. */
export const drawingSide = 32;

/** The side of one of its 8 × 8 cells, in dots. */
export const cellDots = drawingSide / digitSide;

/** How much ink is on each dot, from 0 to 1, row by row. Never changed, only replaced. */
export type Drawing = Float32Array;

/** A place on a drawing in dots, from its upper left corner. */
export type Spot = { x: number; y: number };

/** Whether a stroke draws or erases, and half its width in dots. */
export type Pen = { ink: boolean; radius: number };

/** Ink fainter than this is the soft edge of a stroke. */
export const faint = 0.3;

/** A drawing without ink. */
export const blankDrawing = (): Drawing => new Float32Array(drawingSide ** 2);

/** Whether a drawing has nothing but faint ink. */
export const isBlank = (drawing: Drawing) => drawing.every((ink) => ink < faint);

/** How far a spot is from the line between two others. */
function distance(spot: Spot, from: Spot, to: Spot): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = dx * (spot.x - from.x) + dy * (spot.y - from.y);
  const share = Math.min(Math.max(along / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(spot.x - from.x - share * dx, spot.y - from.y - share * dy);
}

/** The drawing after a straight stroke with a round pen. */
export function stroked(drawing: Drawing, pen: Pen, from: Spot, to: Spot): Drawing {
  return drawing.map((ink, at) => {
    const spot = { x: (at % drawingSide) + 0.5, y: Math.floor(at / drawingSide) + 0.5 };
    const reach = pen.radius + 0.5 - distance(spot, from, to);
    const cover = Math.min(Math.max(reach, 0), 1);
    return pen.ink ? Math.max(ink, cover) : Math.min(ink, 1 - cover);
  });
}

/** The share of ink in each of the 8 × 8 cells, in sixteenths as the dataset has it. */
export function cellsOf(drawing: Drawing): Float32Array {
  const sums = new Float32Array(digitSide ** 2);
  drawing.forEach((ink, at) => {
    const row = Math.floor(at / drawingSide / cellDots);
    sums[row * digitSide + Math.floor((at % drawingSide) / cellDots)]! += ink;
  });
  return sums.map((sum) => Math.round(sum) / cellDots ** 2);
}

/** A drawing with the same ink all over each cell: `cellsOf` gives `cells` again. */
export function drawingOf(cells: Float32Array): Drawing {
  return blankDrawing().map((_, at) => {
    const row = Math.floor(at / drawingSide / cellDots);
    return cells[row * digitSide + Math.floor((at % drawingSide) / cellDots)]!;
  });
}
