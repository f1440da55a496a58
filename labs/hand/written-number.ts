// Numbers as the lab "one pass by hand" writes and reads them.
import { minused, singleText, typedNumber } from "../arithmetic/number-text";

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** −5 as "⁻⁵". */
const high = (power: number) =>
  [...String(power)].map((sign) => raised[Number(sign)] ?? "⁻").join("");

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

/** What a typed answer stands for: a decimal or a fraction like "3/8"; else null. */
export function readNumber(typed: string): number | null {
  const parts = typed.split("/").map(typedNumber);
  const [above = null, below = 1] = parts;
  if (above === null || below === null || parts.length > 2) return null;
  const value = above / below;
  return Number.isFinite(value) ? value : null;
}
