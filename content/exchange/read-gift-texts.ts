// The texts of a question as gift-pegjs reads them, as plain texts.
import type { TextFormat } from "gift-pegjs";
import { textOfHtml } from "./html-text";

/** Moodle's own format may hold HTML, too. */
export const plainText = ({ format, text }: TextFormat) =>
  format === "html" || format === "moodle" ? textOfHtml(text) : text.trim();

export const feedbackText = (feedback: TextFormat | null | undefined) =>
  feedback ? plainText(feedback) : "";

/** What gift-pegjs puts in the place of marks, and leaves there in a match. */
const marks: Readonly<Record<string, string>> = {
  ...{ "&&092;": "\\", "&&058;": ":", "&&035;": "#", "&&061;": "=" },
  ...{ "&&123;": "{", "&&125;": "}", "&&126;": "~", "&&010": "\n" },
};

/** https://github.com/fuhrmanator/GIFT-grammar-PEG.js, version 1.0.2, `PlainText`. */
export const matchText = (text: string) =>
  text.replace(/&&(?:010|\d{3};)/g, (mark) => marks[mark] ?? mark).trim();

/** The texts of a list such as `giftOf` writes for what has no feedback of its own. */
export function listedWhys(feedback: TextFormat | null, count: number): string[] {
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
export function asked({ format, text }: TextFormat) {
  const [, of = ""] = unit.exec(text) ?? [];
  const asks = plainText({ format, text: text.replace(unit, "").replace(link, "") });
  return { asks, unit: textOfHtml(of) };
}
