import { minused, singleText, typedNumber } from "@/labs/arithmetic/number-text";
import { high, type Substitution, type Write } from "@/labs/formula/in-symbols";
import type { Grid, GridCell } from "./grid";

// One step of a pass as a page shows it: matrices in, matrices out, and where each number
// of the outcome comes from.

/** Where a number comes from: its formula with the numbers put in, and what it used. */
type Working = Substitution & { uses: readonly GridCell[] };

type Phase = "forward" | "loss" | "back" | "update" | "after";

/** A grid that a step computes, and the working of each of its numbers. */
export type StepResult = {
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
  /** Its result, as in "Z₁". */
  short: string;
  title: string;
  /** One or two sentences. */
  says: string;
  formula: string;
  /** Equations: grids, and what stands between them. */
  lines: readonly (readonly (string | Grid)[])[];
  made: readonly StepResult[];
  /** The grid that the reader is asked for a number of, by id; null for none. */
  asks: string | null;
};

/** A step before its place in the pass is known. */
export type StepPart = Omit<Step, "id" | "batch">;

/** The working of a number, or null where it was given. */
export function workingOf({ made }: Step, cell: GridCell, write: Write): Working | null {
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
export const sameCell = (one: GridCell, other: GridCell) =>
  one.grid === other.grid && one.row === other.row && one.column === other.column;

/** The numbers that `cell` goes into, among those that the step makes. */
export function usersOf(step: Step, cell: GridCell): GridCell[] {
  const found: GridCell[] = [];
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

// Formulas with numbers put in.

/** A number as a factor or a later term: in parentheses where it needs them. */
export function inside(value: number, write: Write): string {
  const text = write(value);
  return value < 0 || text.includes("·") ? `(${text})` : text;
}

/** "0.5 × 1 + (−1) × 2 + 1": the products of each pair, and then `rest`. */
export function sumOfProducts(
  pairs: readonly (readonly [number, number])[],
  rest: readonly number[],
  write: Write,
): string {
  const products = pairs.map(([one, other]) => {
    return `${inside(one, write)} × ${inside(other, write)}`;
  });
  return [...products, ...rest.map((value) => inside(value, write))].join(" + ");
}

/** "(1 + 2 + 4) / 3" */
export function meanOf(values: readonly number[], write: Write): string {
  return `(${values.map((value) => inside(value, write)).join(" + ")}) / ${values.length}`;
}

// Numbers as the lab "one pass by hand" writes and reads them.

/** Four significant digits, as in "−0.4621" or "3.2·10⁻⁶". */
export function shortText(value: number): string {
  if (!Number.isFinite(value)) return "not a number";
  const rounded = Number(value.toPrecision(4));
  const size = Math.abs(rounded);
  if (rounded === 0 || (size >= 1e-4 && size < 1e7)) return minused(String(rounded));
  const [digits = "", power = ""] = rounded.toExponential().split("e");
  return minused(`${digits}·10`) + high(Number(power));
}

/** The fewest digits that stand for this number and no other of its precision. */
export const exactText = (value: number) => minused(singleText(value));

/** Reads a typed answer, a decimal or a fraction like "3/8"; null for any other text. */
export function readNumber(typed: string): number | null {
  const parts = typed.split("/").map(typedNumber);
  const [above = null, below = 1] = parts;
  if (above === null || below === null || parts.length > 2) return null;
  const value = above / below;
  return Number.isFinite(value) ? value : null;
}
