// The inner loop of all stages, as WGSL.
import { shareOut, type Writer } from "./writer";

/** Up to so many turns of a loop are written out one by one. */
const mostTurns = 16;

/** A loop over a number known here; most of it without a loop's own work. */
function unrolled(count: number, body: (index: string) => string): string {
  const turns = (from: string, length: number) =>
    Array.from({ length }, (_, at) => `{ ${body(`${from}${at}`)} }`).join("\n");
  if (count <= mostTurns) return turns("", count);
  const whole = count - (count % 8);
  const rest = count % 8 === 0 ? "" : `let n = ${whole};\n${turns("n + ", count % 8)}`;
  return `for (var n = 0; n < ${whole}; n += 8) {\n${turns("n + ", 8)}\n}\n${rest}`;
}

/**
 * For each of `columns` columns of some rows, `rowsAtOnce` rows in one lane: `load` gives
 * the factor that the rows share and `term` what one `row` has of it, for each index of
 * `depth`; `begin` is what a sum starts from, and `end` uses `row`, `column`, `k` (the
 * place row by row) and `sum`.
 */
export function sumRows(
  writer: Writer,
  columns: number,
  depth: number,
  {
    begin,
    load,
    term,
    end,
  }: {
    begin: string;
    load(index: string): string;
    term(row: string, index: string): string;
    end: string;
  },
): string {
  const { rowsAtOnce } = writer;
  const each = (body: (at: number) => string) =>
    Array.from({ length: rowsAtOnce }, (_, at) => body(at)).join("\n");
  const body = /* wgsl */ `
    let first = k_item / ${columns} * ${rowsAtOnce};
    let column = k_item % ${columns};
    let start = ${begin};
    ${each((at) => `let row${at} = min(first + ${at}, rows - 1); var sum${at} = start;`)}
    ${unrolled(depth, (index) => {
      const sums = each(
        (at) => `sum${at} += ${term(`row${at}`, index)} * shared_factor;`,
      );
      return `let shared_factor = ${load(index)};\n${sums}`;
    })}
    ${each(
      (at) => `if (first + ${at} < rows) {
      let row = row${at};
      let k = row * ${columns} + column;
      let sum = sum${at};
      ${end}
    }`,
    )}`;
  const items = `(rows + ${rowsAtOnce - 1}) / ${rowsAtOnce} * ${columns}`;
  return shareOut(writer, items, body, "k_item");
}
