// The number that a reader works out before a step is shown.
import { at, type Cell } from "./grid";
import { gridOf, type Step } from "./step";

/** How far an answer may be off: this much, or this share of the number. */
export const tolerance = { absolute: 0.0005, share: 0.01 };

/** The number that a step asks for; another in each step, and not 0 where it can. */
export function blankOf(step: Step, index: number): Cell | null {
  const grid = step.asks === null ? null : gridOf(step, step.asks);
  if (!grid) return null;
  const count = grid.data.length;
  const places = Array.from({ length: count }, (_, place) => (place + index) % count);
  const place = places.find((place) => grid.data[place] !== 0) ?? places[0] ?? 0;
  const width = grid.columns.length;
  return { grid: grid.id, row: Math.floor(place / width), column: place % width };
}

/** What the number at a cell of a step is; null where there is no such cell. */
export function numberAt(step: Step, { grid, row, column }: Cell): number | null {
  const found = gridOf(step, grid);
  return found ? at(found, row, column) : null;
}

/** Whether an answer is near enough. */
export function isRight(answer: number, value: number): boolean {
  const off = Math.abs(answer - value);
  return off <= Math.max(tolerance.absolute, tolerance.share * Math.abs(value)) + 1e-12;
}
