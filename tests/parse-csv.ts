/** Reads CSV as RFC 4180 has it, apart from the project's own reader: rows of cells. */
export function parseCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/y;
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Error("No cell of a CSV file stands here.");
    const [, quoted, plain = "", end] = found;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== "," && cell.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

/** The rows under the first, each by the titles in it. */
export function parseCsvRecords(text: string): Record<string, string>[] {
  const [titles = [], ...rows] = parseCsv(text);
  return rows.map((row) => {
    if (row.length !== titles.length) throw new Error(`A row has ${row.length} cells.`);
    return Object.fromEntries(titles.map((title, at) => [title, row[at] ?? ""]));
  });
}
