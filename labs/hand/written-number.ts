// Numbers as the lab "one pass by hand" writes and reads them.
import { singleText } from "../single-text";

const signed = (text: string) => text.replaceAll("-", "−");

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** −5 as "⁻⁵". */
const high = (power: number) =>
  [...String(power)].map((sign) => raised[Number(sign)] ?? "⁻").join("");

/** Four significant digits, as in "−0.4621" or "3.2·10⁻⁶". */
export function shortText(value: number): string {
  if (!Number.isFinite(value)) return "not a number";
  const rounded = Number(value.toPrecision(4));
  const size = Math.abs(rounded);
  if (rounded === 0 || (size >= 1e-4 && size < 1e7)) return signed(String(rounded));
  const [digits = "", power = ""] = rounded.toExponential().split("e");
  return signed(`${digits}·10`) + high(Number(power));
}

/** The fewest digits that stand for this number and no other of its precision. */
export const exactText = (value: number) => signed(singleText(value));

/** Text as fields read numbers: "−.5", "+2" and "0,5" become "-0.5", "2" and "0.5". */
export function plainText(typed: string): string {
  return typed
    .trim()
    .replace("−", "-")
    .replace(",", ".")
    .replace(/^\+/, "")
    .replace(/^(-?)\./, "$10.")
    .replace(/\.$/, "");
}

/** What a typed answer stands for: a decimal or a fraction like "3/8"; else null. */
export function readNumber(typed: string): number | null {
  if (typed.length > 40) return null;
  const parts = typed.split("/").map(plainText);
  const legal = parts.every((part) =>
    /^-?\d{1,12}(\.\d{1,17})?(e-?\d{1,2})?$/.test(part),
  );
  if (!legal || parts.length > 2) return null;
  const value = Number(parts[0]) / Number(parts[1] ?? 1);
  return Number.isFinite(value) ? value : null;
}
