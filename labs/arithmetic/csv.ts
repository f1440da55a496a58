type Cell = string | number;

/** A cell as RFC 4180 has it; a text that a spreadsheet would compute is kept a text. */
function cellText(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const text = /^\s*[=+@-]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV, a line for each row. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(",")}\n`).join("");
