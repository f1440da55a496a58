// The desk of the reader who draws, and how each event changes it. Pure.
import {
  blankDrawing,
  type Drawing,
  type Pen,
  type Spot,
  stroked,
} from "@/labs/picture/drawing";

export type Sheet = {
  drawing: Drawing;
  /** Whether the drawing is made like the dataset's digits before it is read. */
  shaped: boolean;
  /** The image that the drawing began with, in words; null for blank paper. */
  origin: string | null;
};

/** The sheet on top, and those that Undo brings back, the latest last. */
type Desk = Sheet & { past: readonly Sheet[] };

export type DeskEvent =
  /**
   * A stroke; `goesOn` where it continues the one before, and both are undone at once.
   */
  | { kind: "stroke"; pen: Pen; from: Spot; to: Spot; goesOn: boolean }
  | { kind: "clear" }
  | { kind: "undo" }
  | { kind: "shaped"; shaped: boolean }
  /** A ready drawing, which needs no shaping. */
  | { kind: "take"; drawing: Drawing; origin: string };

export const emptyDesk: Desk = {
  drawing: blankDrawing(),
  shaped: true,
  origin: null,
  past: [],
};

const mostPast = 100;

export function deskReducer(desk: Desk, event: DeskEvent): Desk {
  const { past, ...sheet } = desk;
  const remembered = [...past, sheet].slice(-mostPast);
  switch (event.kind) {
    case "stroke": {
      const drawing = stroked(sheet.drawing, event.pen, event.from, event.to);
      return { ...sheet, drawing, past: event.goesOn ? past : remembered };
    }
    case "clear":
      return { ...emptyDesk, past: remembered };
    case "undo":
      return { ...(past.at(-1) ?? sheet), past: past.slice(0, -1) };
    case "shaped":
      return { ...desk, shaped: event.shaped };
    case "take": {
      const { drawing, origin } = event;
      return { drawing, shaped: false, origin, past: remembered };
    }
  }
}
