// GIFT as Moodle's importer takes it, written as the strict grammar of gift-pegjs wants it:
// https://github.com/moodle/moodle, question/format/gift/format.php. Lines stay where they are.

import { plainNumber } from "@/content/markup/gift-text";

/** Up to the next of some marks that stands without a backslash, and from there on. */
function split(text: string, marks: string): [before: string, rest: string] {
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (marks.includes(text[at] ?? "")) return [text.slice(0, at), text.slice(at)];
  }
  return [text, ""];
}

/** A backslash before each mark of a plain text that has none yet. */
const plain = (text: string) =>
  text.replace(/\\.|[~=#{}:]/gs, (found) => (found.length > 1 ? found : `\\${found}`));

/** At each mark that stands without a backslash; each part but the first begins with one. */
function parts(text: string, marks: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (marks.includes(text[at] ?? "")) {
      found.push(text.slice(from, at));
      from = at;
    }
  }
  return [...found, text.slice(from)];
}

/** A text and what is said of it behind the first `#`. */
function withFeedback(text: string): string {
  const [answer, said] = split(text, "#");
  return said === "" ? plain(answer) : `${plain(answer)}#${plain(said.slice(1))}`;
}

/** A number in digits alone where its form is one that Moodle takes and the grammar does not. */
function numeral(text: string): string {
  const bare = text.trim();
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,2})?$/i.test(bare)) return text;
  return /^-?\d+(\.\d+)?$/.test(bare) ? bare : plainNumber(Number(bare));
}

/** `=%50%3:2#Near.`: a weight, a number or a range, and what is said. */
function numberAnswer(text: string): string {
  const [, before = "", weight = "", rest = ""] =
    /^(\s*)(%-?[\d.]+%)?(.*)$/s.exec(text) ?? [];
  const [answer, said] = split(rest, "#");
  const number = answer
    .split(/(\.\.|:)/)
    .map(numeral)
    .join("");
  return `${before}=${weight}${number}${said === "" ? "" : `#${plain(said.slice(1))}`}`;
}

/** What stands behind the `#` of a question for a number: answers, and what others earn. */
function numbers(text: string): string {
  const [right, wrong] = split(text, "~");
  const [first = "", ...more] = parts(right, "=");
  const answers = [
    ...(first.trim() === "" ? [] : [first]),
    ...more.map((one) => one.slice(1)),
  ];
  const lead = first.trim() === "" ? first : "";
  const said = wrong === "" ? "" : `~${withFeedback(wrong.slice(1))}`;
  return `${lead}${answers.map(numberAnswer).join("")}${said}`;
}

/** A mark and its text; `~=` is `=`, as an empty answer in between is none. */
function choices(text: string): string {
  const [before = "", ...found] = parts(text, "=~");
  const full = found.filter(
    (one, at) => one.slice(1).trim() !== "" || at === found.length - 1 || one[0] === "=",
  );
  return before + full.map((one) => `${one[0]}${withFeedback(one.slice(1))}`).join("");
}

/** What stands within the braces. */
function answers(text: string): string {
  const [, own = "", general = ""] = /^(.*?)((?<!\\)####.*)?$/s.exec(text) ?? [];
  const last = general === "" ? "" : `####${plain(general.slice(4))}`;
  const start = own.trimStart();
  if (start.startsWith("#")) {
    const at = own.indexOf("#") + 1;
    return `${own.slice(0, at)}${numbers(own.slice(at))}${last}`;
  }
  if (/^(t|f|true|false)\s*(#|$)/i.test(start)) {
    const [value, ...said] = parts(own, "#");
    return `${value}${said.map((one) => `#${plain(one.slice(1))}`).join("")}${last}`;
  }
  if (start.startsWith("=") && /(?<!\\)->/.test(own) && !/(?<!\\)~/.test(own)) {
    const [before, ...pairs] = parts(own, "=");
    return `${before}${pairs.map((one) => `=${plain(one.slice(1))}`).join("")}${last}`;
  }
  return `${choices(own)}${last}`;
}

/** One question as the strict grammar wants it; what has no single pair of braces stays. */
export function strictGift(text: string): string {
  const [, comments = "", title = "", body = ""] =
    /^((?:\s*\/\/[^\n]*\n)*)(\s*::(?:\\.|(?!::).)*::)?(.*)$/s.exec(text) ?? [];
  const head = `${comments}${title.replace(/^(\s*::)(.*)::$/s, (_, mark, name) => `${mark}${plain(name)}::`)}`;
  const [asks, rest] = split(body, "{");
  const [inside, tail] = split(rest.slice(1), "}");
  if (rest === "") return split(body, "}")[1] === "" ? `${head}${plain(body)}` : text;
  if (
    tail === "" ||
    split(inside, "{")[1] !== "" ||
    split(tail.slice(1), "{}")[1] !== ""
  ) {
    return text;
  }
  return `${head}${plain(asks)}{${answers(inside)}}${plain(tail.slice(1))}`;
}
