// Numbers as people write them in tables: "1,234.5", "1.234,5", "1 234,5", "1’234.5".

/** The sign before the decimals. The other one of the two may group thousands. */
export type Decimal = "." | ",";

export const decimals: readonly Decimal[] = [".", ","];

/** Signs that group thousands and nothing else: blanks of three widths, apostrophes. */
const blanks = " \u00A0\u202F'’";

/** What may group thousands beside a decimal sign. */
const groups: Record<Decimal, RegExp> = {
  ".": new RegExp(`[${blanks},]`, "g"),
  ",": new RegExp(`[${blanks}.]`, "g"),
};

/** A sign, digits or groups of three after a digit that is not 0, decimals, an exponent. */
function shape(decimal: Decimal): RegExp {
  const whole = `(?:\\d+|[1-9]\\d{0,2}(${groups[decimal].source})\\d{3}(?:\\1\\d{3})*)`;
  const number = `(?:${whole}(?:[${decimal}]\\d*)?|[${decimal}]\\d+)(?:e[-+]?\\d{1,3})?`;
  return new RegExp(`^[-+\u2212]?${number}$`, "i");
}

const written: Record<Decimal, RegExp> = { ".": shape("."), ",": shape(",") };

/** The finite number that a cell stands for with this decimal sign, or null. */
export function numberIn(cell: string, decimal: Decimal): number | null {
  if (!written[decimal].test(cell)) return null;
  const digits = cell.replaceAll(groups[decimal], "");
  const value = Number(digits.replace(decimal, ".").replaceAll("\u2212", "-"));
  return Number.isFinite(value) ? value : null;
}

/** The numbers of a column, or null where a cell is none. */
export function numbersIn(cells: readonly string[], decimal: Decimal) {
  const read = cells.map((cell) => numberIn(cell, decimal));
  return read.every((value) => value !== null) ? read : null;
}

/** What a column tells of its decimal sign: the one, either alike, or one of two. */
export type Told = Decimal | "alike" | "unsure";

/**
 * Which decimal sign a column is written with; null where it holds something else. Cells
 * such as "1,001" alone do not tell, unless numbers up to 999 stand among them as they are
 * written where thousands are grouped.
 */
export function decimalTold(cells: readonly string[]): Told | null {
  const [point, comma] = decimals.map((decimal) => numbersIn(cells, decimal));
  if (!point || !comma) return point ? "." : comma ? "," : null;
  if (point.every((value, at) => value === comma[at])) return "alike";
  const plain = cells.filter((cell) => /^[-+\u2212]?\d+$/.test(cell));
  const sizes = plain.map((cell) => Math.abs(Number(cell.replace("\u2212", "-"))));
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  if (largest < 100 || largest > 999) return "unsure";
  return cells.some((cell) => cell.includes(",")) ? "." : ",";
}
