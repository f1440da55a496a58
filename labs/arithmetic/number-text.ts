// Numbers as the pages write them.

/** A text with its hyphens as true minus signs. */
export const minused = (text: string) => text.replaceAll("-", "−");

/** With up to so many significant digits, as in "−0.25". */
export function numberText(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return "not a number";
  return minused(String(Number(value.toPrecision(digits))));
}

/** With exactly so many decimals, as in "−0.250"; what rounds to 0 has no sign. */
export function fixedText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return "not a number";
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? (0).toFixed(decimals) : minused(text);
}

/** In full, its thousands set apart: "1,797". */
export const countText = (value: number) => value.toLocaleString("en");

/** A count with what is counted: "1 point", "1,797 points". */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${countText(count)} ${count === 1 ? one : many}`;

/** The letter of a part of a question by its place, from 0: A, B, C. */
export const letterAt = (place: number) => String.fromCharCode(65 + place);

/** A share from 0 to 1 in percent: whole, or with a digit more below ten. */
export function shareText(share: number): string {
  const percent = 100 * share;
  const whole = percent >= 9.95 || percent === 0;
  return `${whole ? Math.round(percent) : Number(percent.toFixed(1))} %`;
}

/** A text in which no line is broken between a number and its percent sign. */
export const unbroken = (text: string) => text.replaceAll(/(\d) %/g, "$1\u00A0%");

const units = ["bytes", "kB", "MB", "GB", "TB", "PB"];

/** Bytes in words, to three digits: "528 bytes", "1.2 MB". */
export function bytesText(bytes: number): string {
  let [unit, size] = [0, 1];
  while (bytes * 1.0005 >= 1000 * size && unit < units.length - 1) {
    unit += 1;
    size *= 1000;
  }
  return `${Number((bytes / size).toPrecision(3))} ${units[unit]}`;
}

/** Signs that turn the direction of all text after them. */
const turns = /[\u202A-\u202E\u2066-\u2069]/g;

/** Letters that are written from right to left. */
const leftward = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/**
 * A reader's text in quotes; a long one is cut, between two letters. Whatever its direction,
 * the sentence around it keeps its own.
 */
export function quoted(text: string): string {
  const plain = text.slice(0, 200).replaceAll(turns, "");
  const cut = plain.slice(0, 24).replace(/[\uD800-\uDBFF]$/, "");
  const inQuotes = `“${plain.length > 24 ? `${cut}…` : plain}”`;
  return leftward.test(inQuotes) ? `\u2068${inQuotes}\u2069` : inQuotes;
}

/**
 * The number that a typed text stands for, or null: "−.5", "+2", "0,5" and "1e-3" are
 * numbers, too.
 */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".").replace("−", "-");
  if (plain.length > 40) return null;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/**
 * The fewest decimal digits that stand for this single-precision number and no other; a
 * number that is not one keeps all of its digits.
 */
export function singleText(value: number): string {
  if (Math.fround(value) !== value) return String(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const near = Number(value.toPrecision(digits));
    if (Math.fround(near) === value) return String(near);
  }
  return String(Number(value.toPrecision(9)));
}
