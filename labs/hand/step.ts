// One step of a pass as a page shows it: matrices in, matrices out, and where each number
// of the outcome comes from.
import type { Cell, Grid } from "./grid";
import type { Put, Write } from "./put";

/** Where a number comes from: its formula with the numbers put in, and what it used. */
export type Working = Put & { uses: readonly Cell[] };

export type Phase = "forward" | "loss" | "back" | "update" | "after";

/** A grid that a step computes, and the working of each of its numbers. */
export type Made = {
  grid: Grid;
  working(row: number, column: number, write: Write): Working;
};

/** One step of a pass, ready to be drawn. */
export type Step = {
  /** The same for the same step of another run. */
  id: string;
  /** Which batch of the pass, from 0; null after the last. */
  batch: number | null;
  phase: Phase;
  /** The layer at work, from 0, or null where it is none. */
  layer: number | null;
  /**
   * Where the columns of what it makes stand in the network: 0 for the inputs, 1 for the
   * first layer, and so on; null where they stand nowhere.
   */
  nodes: number | null;
  /** What it computes, as in "Z₁". */
  short: string;
  title: string;
  /** One or two sentences. */
  says: string;
  formula: string;
  /** Equations: grids, and what stands between them. */
  lines: readonly (readonly (string | Grid)[])[];
  made: readonly Made[];
  /** The grid that the reader is asked for a number of, by id; null for none. */
  asks: string | null;
};

/** A step before its place in the pass is known. */
export type StepPart = Omit<Step, "id" | "batch">;

/** The working of a number, or null where it was given. */
export function workingOf({ made }: Step, cell: Cell, write: Write): Working | null {
  const found = made.find(({ grid }) => grid.id === cell.grid);
  return found?.working(cell.row, cell.column, write) ?? null;
}

/** The grid of a step by its id; null where the step has none of it. */
export function gridOf(step: Step, id: string): Grid | null {
  const parts = step.lines.flat();
  return (
    parts.find((part): part is Grid => typeof part !== "string" && part.id === id) ?? null
  );
}

/** Whether two cells are the same one. */
export const sameCell = (one: Cell, other: Cell) =>
  one.grid === other.grid && one.row === other.row && one.column === other.column;

/** The numbers that `cell` goes into, among those that the step makes. */
export function usersOf(step: Step, cell: Cell): Cell[] {
  const found: Cell[] = [];
  for (const { grid, working } of step.made) {
    grid.rows.forEach((_, row) => {
      grid.columns.forEach((_, column) => {
        const { uses } = working(row, column, String);
        if (uses.some((used) => sameCell(used, cell))) {
          found.push({ grid: grid.id, row, column });
        }
      });
    });
  }
  return found;
}
