// The part of a drawing that has ink, and the ink between its dots.
import { type Drawing, drawingSide, faint, type Spot } from "./drawing";

/** A box on a drawing, in dots. */
export type Box = { left: number; top: number; width: number; height: number };

/** The smallest box around all ink that is not faint. */
export function boxOf(drawing: Drawing): Box {
  let [left, right, top, bottom] = [drawingSide, 0, drawingSide, 0];
  drawing.forEach((ink, at) => {
    if (ink < faint) return;
    const [x, y] = [at % drawingSide, Math.floor(at / drawingSide)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  });
  return { left, top, width: right - left, height: bottom - top };
}

/** The ink at a spot, between the four dots around it. */
export function inkAt(drawing: Drawing, { x, y }: Spot): number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [right, down] = [x - 0.5 - left, y - 0.5 - top];
  const dot = (column: number, row: number) =>
    Math.min(column, row) < 0 || Math.max(column, row) >= drawingSide
      ? 0
      : drawing[row * drawingSide + column]!;
  const upper = dot(left, top) * (1 - right) + dot(left + 1, top) * right;
  const lower = dot(left, top + 1) * (1 - right) + dot(left + 1, top + 1) * right;
  return upper * (1 - down) + lower * down;
}

/** The ink of the box `from`, stretched to the box `to`; nothing outside. */
export function moved(drawing: Drawing, from: Box, to: Box): Drawing {
  return drawing.map((_, at) => {
    const across = ((at % drawingSide) + 0.5 - to.left) / to.width;
    const down = (Math.floor(at / drawingSide) + 0.5 - to.top) / to.height;
    if (Math.min(across, down) < 0 || Math.max(across, down) > 1) return 0;
    const [x, y] = [from.left + across * from.width, from.top + down * from.height];
    return inkAt(drawing, { x, y });
  });
}
