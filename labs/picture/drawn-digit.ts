import {
  blankDrawing,
  type Drawing,
  drawingSide,
  faint,
  isBlank,
  type Spot,
} from "./drawing";

// A drawing brought into the shape of the dataset's digits. Measured on all 1,797 of
// them: each fills the whole height; they are about 20 dots wide, whichever digit it is,
// and stand in the middle; their highest and their lowest ink begin at the same distance
// from the left (0.0 ± 0.4 cells apart: they were slanted back); and ink covers 0.31 ±
// 0.035 of it.
// Source: Alpaydin and Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine
// Learning Repository (1998).

/** A digit's box in dots, and the share of the drawing that its ink covers. */
const digit = { height: 32, width: 20, lightest: 0.28, heaviest: 0.34 };

/** How much more a drawing may be stretched one way than the other. */
const mostStretch = 1.4;

/** How far it is slanted back at most, as a share of its height. */
const mostSlant = 0.5;

/** The leftmost dot with ink in `rows` rows from `top` on. */
function leftmost(drawing: Drawing, top: number, rows: number): number {
  let left = drawingSide;
  for (let at = top * drawingSide; at < (top + rows) * drawingSide; at += 1) {
    if (drawing[at]! >= faint) left = Math.min(left, at % drawingSide);
  }
  return left;
}

/** A drawing whose highest and lowest ink begin at the same distance from the left. */
function upright(drawing: Drawing): Drawing {
  const { top, height } = boxOf(drawing);
  const rows = Math.ceil(height / 12);
  const above = leftmost(drawing, top, rows);
  const below = leftmost(drawing, top + height - rows, rows);
  const slant = Math.min(Math.max((above - below) / height, -mostSlant), mostSlant);
  const middle = top + height / 2;
  return drawing.map((_, at) => {
    const y = Math.floor(at / drawingSide) + 0.5;
    const x = (at % drawingSide) + 0.5 + slant * (middle - y);
    return inkAt(drawing, { x, y });
  });
}

/** Where a box goes: as large as a digit, with a limit to the stretch, in the middle. */
function placeOf({ width, height }: Box): Box {
  const [across, down] = [digit.width / width, digit.height / height];
  const scaled = {
    width: width * Math.min(across, down * mostStretch),
    height: height * Math.min(down, across * mostStretch),
  };
  const left = (drawingSide - scaled.width) / 2;
  return { ...scaled, left, top: (drawingSide - scaled.height) / 2 };
}

const shareOf = (drawing: Drawing) =>
  drawing.reduce((sum, ink) => sum + ink, 0) / drawing.length;

/** Each dot as dark, or as light, as the darkest or lightest of its four neighbours. */
function spread(drawing: Drawing, pick: (...inks: number[]) => number): Drawing {
  return drawing.map((ink, at) => {
    const x = at % drawingSide;
    return pick(
      ink,
      drawing[at - drawingSide] ?? ink,
      drawing[at + drawingSide] ?? ink,
      x > 0 ? drawing[at - 1]! : ink,
      x < drawingSide - 1 ? drawing[at + 1]! : ink,
    );
  });
}

/** Strokes made as thick as the dataset has them. */
function weighed(drawing: Drawing, steps = 4): Drawing {
  const share = shareOf(drawing);
  const wanted = Math.min(Math.max(share, digit.lightest), digit.heaviest);
  if (share === wanted || steps === 0) return drawing;
  const next = spread(drawing, share < wanted ? Math.max : Math.min);
  const part = (wanted - share) / (shareOf(next) - share);
  if (!(part < 1)) return weighed(next, steps - 1);
  return drawing.map((ink, at) => ink + part * (next[at]! - ink));
}

/** A drawing moved to the middle, small enough to be slanted without a loss. */
function centred(drawing: Drawing): Drawing {
  const box = boxOf(drawing);
  const scale = Math.min(1, digit.width / box.width);
  const [width, height] = [scale * box.width, scale * box.height];
  const [left, top] = [(drawingSide - width) / 2, (drawingSide - height) / 2];
  return moved(drawing, box, { left, top, width, height });
}

/**
 * A drawing set upright, in the middle, as large and as thick as the dataset's digits.
 */
export function asDigit(drawing: Drawing): Drawing {
  if (isBlank(drawing)) return blankDrawing();
  const straight = upright(centred(drawing));
  const box = boxOf(straight);
  return weighed(moved(straight, box, placeOf(box)));
}

// The part of a drawing that has ink, and the ink between its dots.

/** A box on a drawing, in dots. */
type Box = { left: number; top: number; width: number; height: number };

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
function inkAt(drawing: Drawing, { x, y }: Spot): number {
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
function moved(drawing: Drawing, from: Box, to: Box): Drawing {
  return drawing.map((_, at) => {
    const across = ((at % drawingSide) + 0.5 - to.left) / to.width;
    const down = (Math.floor(at / drawingSide) + 0.5 - to.top) / to.height;
    if (Math.min(across, down) < 0 || Math.max(across, down) > 1) return 0;
    const [x, y] = [from.left + across * from.width, from.top + down * from.height];
    return inkAt(drawing, { x, y });
  });
}
