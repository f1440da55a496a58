// Texts and numbers as Moodle's GIFT holds them:
// https://docs.moodle.org/en/GIFT_format and question/format/gift/format.php of Moodle.
import { cleanText, htmlOf } from "./html-text";

/**
 * GIFT's own marks behind backslashes. Readers of GIFT put `&&058;` in the place of a mark
 * for a while: plain text cannot hold such a stand-in, and its first sign is set apart.
 */
export const giftText = (text: string) =>
  cleanText(text)
    .replace(/&(?=&\d{3})/g, "& ")
    .replace(/[\\~=#{}:]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** HTML for a place whose format is HTML; its first sign is taken neither for a format nor a weight. */
export const giftHtml = (text: string) =>
  giftText(htmlOf(text).replace(/^[[%]/, (first) => (first === "%" ? "&#37;" : "&#91;")));

/** A text that is typed: its format says nothing, `*` would stand for any text, `->` for a match. */
export function giftTyped(text: string) {
  const marked = text.replaceAll("*", "\\*").replaceAll("->", "-*>");
  const format = /^\[(html|markdown|plain|moodle)\]/.test(marked) ? "[html]" : "";
  return `${format}${giftText(marked)}`;
}

/** Undoes `giftTyped`; null for a pattern that stands for many texts. */
export function typedText(pattern: string): string | null {
  const text = pattern.replaceAll("-*>", "->");
  return /(?<!\\)\*/.test(text) ? null : text.replaceAll("\\*", "*");
}

/** A number in digits alone, without the noise of binary fractions: 1e-7 is 0.0000001. */
export function plainNumber(value: number): string {
  const [, sign = "", whole = "", part = "", power = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(
      String(Number(value.toPrecision(15))),
    ) ?? [];
  const shift = Number(power);
  const digits = `${"0".repeat(Math.max(0, -shift))}${whole}${part}${"0".repeat(Math.max(0, shift))}`;
  const point = digits.length - part.length - Math.max(0, shift) + shift;
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, "") || "0";
  const after = digits.slice(point).replace(/0+$/, "");
  return `${sign}${before}${after && `.${after}`}`;
}

/**
 * Percentages for `count` equal parts, out of those that Moodle takes; they add up to 100.
 * For 11 and 12 parts Moodle has no equal ones, and the last parts are smaller.
 */
export function shares(count: number): string[] {
  const equal = new Map([
    [3, "33.33333"],
    [6, "16.66667"],
    [7, "14.28571"],
    [9, "11.11111"],
  ]).get(count);
  return Array.from({ length: count }, (_, at) => {
    if (count > 10) return at < 20 - count ? "10" : "5";
    return equal ?? String(100 / count);
  });
}
