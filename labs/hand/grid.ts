// Matrices with names, so that a page can draw them and point at each number.

/** `data` is row-major, one name for each row and each column. */
export type Grid = {
  /** Tells it apart from the other grids of its step. */
  id: string;
  /** As in "W₁". */
  symbol: string;
  name: string;
  rows: readonly string[];
  columns: readonly string[];
  data: Float64Array;
};

/** One number of a step's grids. */
export type GridCell = { grid: string; row: number; column: number };

/** The number at a row and a column. */
export const cellAt = ({ data, columns }: Grid, row: number, column: number): number =>
  data[row * columns.length + column]!;

/** The transpose: what it calls rows are the columns of `grid`. */
export function transpose(grid: Grid): Grid {
  const { id, symbol, name, rows, columns } = grid;
  const data = Float64Array.from(grid.data, (_, place) =>
    cellAt(grid, place % rows.length, Math.floor(place / rows.length)),
  );
  return {
    id: `${id}-turned`,
    symbol: `${symbol}ᵀ`,
    name: `${name}, turned`,
    rows: columns,
    columns: rows,
    data,
  };
}

/** "example 1, neuron 2": where in its grid a number stands. */
export function placeName({ rows, columns }: Grid, row: number, column: number): string {
  return [rows[row], columns[column]].filter((name) => name).join(", ");
}

/** A number that stands alone. */
export const scalar = (
  id: string,
  symbol: string,
  name: string,
  value: number,
): Grid => ({
  id,
  symbol,
  name,
  rows: [""],
  columns: [""],
  data: Float64Array.of(value),
});

const digits = "₀₁₂₃₄₅₆₇₈₉";

/** 12 as "₁₂". */
export const subscript = (number: number) =>
  [...String(number)].map((digit) => digits[Number(digit)]).join("");
