type Cell = string | number;

/** Spreadsheets compute a text that begins like this; full-width signs too. */
const formula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** A text like this would lose its edges, or end its cell, without quotes. */
const unsafe = /[",\r\n\ufeff]|^ | $/;

/** A cell as RFC 4180 has it; a text that a spreadsheet would compute gets an apostrophe. */
function cellText(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  if (formula.test(cell)) return quoted(`'${cell}`);
  return unsafe.test(cell) ? quoted(cell) : cell;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A table as CSV, a line for each row, with `end` at each line's end. */
export const csvText = (
  rows: readonly (readonly Cell[])[],
  end: "\n" | "\r\n" = "\n",
): string => rows.map((row) => row.map(cellText).join(",") + end).join("");
