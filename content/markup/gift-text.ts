// Texts and numbers as Moodle's GIFT holds them, written and read:
// https://docs.moodle.org/en/GIFT_format and question/format/gift/format.php of Moodle.
import type { Matching, TextFormat } from "gift-pegjs";
import { cleanText, htmlOf } from "./markup";
import { shownHtml, textOfHtml } from "./read-html";

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

/** One answer: `mark` says what it is worth. */
export const giftLine = (mark: string, text: string, why: string) =>
  `\t${mark}${text}#${giftHtml(why)}\n`;

/** A question and its answers, each a line. */
export const giftAnswers = (asks: string, answers: readonly string[]) =>
  `${asks}{\n${answers.join("")}}`;

/**
 * A question and what is matched. GIFT has no feedback for each match: a list in that of the
 * whole question holds them.
 */
export function giftMatches(
  asks: string,
  pairs: readonly { text: string; to: string; why: string }[],
) {
  const whys = pairs.map(({ text, why }) => {
    return `<li><b>${htmlOf(text)}</b> ${htmlOf(why)}</li>`;
  });
  return giftAnswers(asks, [
    ...pairs.map(({ text, to }) => `\t=${giftHtml(text)} -> ${giftText(to)}\n`),
    `\t####${giftText(`<ol>${whys.join("")}</ol>`)}\n`,
  ]);
}

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

// The texts of a question as gift-pegjs reads them, as plain texts.

/** Moodle's own format may hold HTML, too. */
const mayBeHtml = ({ format }: TextFormat) => format === "html" || format === "moodle";

export const plainText = (read: TextFormat) =>
  mayBeHtml(read) ? textOfHtml(read.text) : read.text.trim();

const isText = (value: object): value is TextFormat =>
  "format" in value && "text" in value && typeof value.text === "string";

/** What of a question no plain text can show: in what is asked, and in what is said of it. */
export function lostIn(
  value: unknown,
  said = false,
): { asked: string[]; said: string[] } {
  if (typeof value !== "object" || value === null) return { asked: [], said: [] };
  if (isText(value)) {
    const lost = mayBeHtml(value) ? [...shownHtml(value.text).lost] : [];
    return said ? { asked: [], said: lost } : { asked: lost, said: [] };
  }
  const inside = Object.entries(value).map(([name, one]) =>
    lostIn(one, said || /feedback/i.test(name)),
  );
  return {
    asked: inside.flatMap(({ asked }) => asked),
    said: inside.flatMap(({ said }) => said),
  };
}

/** The text of a feedback; "" where there is none. */
export const feedbackText = (feedback: TextFormat | null | undefined) =>
  feedback ? plainText(feedback) : "";

/** Stand-ins that gift-pegjs puts in the place of marks, and leaves there in a match. */
const marks: Readonly<Record<string, string>> = {
  ...{ "&&092;": "\\", "&&058;": ":", "&&035;": "#", "&&061;": "=" },
  ...{ "&&123;": "{", "&&125;": "}", "&&126;": "~", "&&010": "\n" },
};

/** https://github.com/fuhrmanator/GIFT-grammar-PEG.js, version 1.0.2, `PlainText`. */
const matchText = (text: string) =>
  text.replace(/&&(?:010|\d{3};)/g, (mark) => marks[mark] ?? mark).trim();

/** The texts of the list that `giftMatches` writes. */
function listedWhys(feedback: TextFormat | null, count: number): string[] {
  const [, ...items] = (feedback?.text ?? "").split("<li><b>");
  if (items.length !== count) return Array<string>(count).fill(feedbackText(feedback));
  const whys = items.flatMap((item) => {
    const [, why] = /^.*?<\/b> (.*?)<\/li>/s.exec(item) ?? [];
    return why === undefined ? [] : [textOfHtml(why)];
  });
  if (whys.length === count) return whys;
  return Array<string>(count).fill(feedbackText(feedback));
}

const left = /(<wbr\s*\/?>)? ?_____ (<wbr\s*\/?>)?/;

/** The question with `___` where the answer belongs; gift-pegjs sets spaces around it. */
export function withBlank({ format, text }: TextFormat, embedded: boolean): string {
  if (!embedded) {
    const asks = plainText({ format, text }).replace(/_{3,}/g, "___");
    return asks.includes("___") ? asks : `${asks} ___`;
  }
  const marked = text.replace(left, (_, before?: string, after?: string) => {
    return `${before ? "" : " "}___${after ? "" : " "}`;
  });
  return plainText({ format, text: marked });
}

const unit = / <small>\(in (.*)\)<\/small>$/s;
const link = / <a href="[^"]*">See it in the lesson\.<\/a>$/;

/** A question's text without what `giftOf` adds, and the unit that it names. */
export function asksIn({ format, text }: TextFormat) {
  const [, of = ""] = unit.exec(text) ?? [];
  const asks = plainText({ format, text: text.replace(unit, "").replace(link, "") });
  return { asks, unit: textOfHtml(of) };
}

/** The pairs of a matching, and a sentence on those that cannot be kept; `why` is empty where none came along. */
export function giftPairs({ stem, matchPairs, globalFeedback }: Matching) {
  const whole = matchPairs.filter(({ subquestion }) => subquestion.text !== "");
  const whys = listedWhys(globalFeedback, whole.length);
  return {
    asks: asksIn(stem).asks,
    pairs: whole.map(({ subquestion, subanswer }, at) => ({
      text: plainText(subquestion),
      to: matchText(subanswer),
      why: whys[at] ?? "",
    })),
    lost:
      whole.length < matchPairs.length
        ? "Answers that match nothing are left out."
        : null,
  };
}
