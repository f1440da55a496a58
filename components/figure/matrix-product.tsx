// A matrix product: every cell of the result needs a row and a column, and no other cell.
import { Drawing } from "./drawing";

const cell = 15;
const inner = 4;
const rows = 6;
const columns = 9;
const chosen = { row: 2, column: 5 };

/** Where the result begins: the row's table stands left of it, the column's above. */
const [left, top] = [4 + inner * cell + 12, 4 + inner * cell + 12];

type GridProps = {
  x: number;
  y: number;
  across: number;
  down: number;
  ink(row: number, column: number): string;
};

const Grid = ({ x, y, across, down, ink }: GridProps) =>
  Array.from({ length: across * down }, (_, at) => {
    const [row, column] = [Math.floor(at / across), at % across];
    return (
      <rect
        key={at}
        data-ink={ink(row, column)}
        x={x + column * cell}
        y={y + row * cell}
        width={cell - 2}
        height={cell - 2}
        rx="1.5"
      />
    );
  });

/** The product of two matrices, one cell of it with its row and its column; `alt` tells it in words. */
export function MatrixProduct({ alt }: { alt: string }) {
  return (
    <Drawing alt={alt} width={320} height={top + rows * cell + 4}>
      <Grid
        {...{ x: 4, y: top, across: inner, down: rows }}
        ink={(row) => (row === chosen.row ? "orange" : "grid")}
      />
      <Grid
        {...{ x: left, y: 4, across: columns, down: inner }}
        ink={(_, column) => (column === chosen.column ? "orange" : "grid")}
      />
      <Grid
        {...{ x: left, y: top, across: columns, down: rows }}
        ink={(row, column) =>
          row === chosen.row && column === chosen.column ? "solid" : "blue"
        }
      />
      {[`${rows * columns} results:`, "none needs", "another one"].map((text, at) => (
        <text key={text} x={left + columns * cell + 8} y={top + 36 + at * 18}>
          {text}
        </text>
      ))}
    </Drawing>
  );
}
