// HTML as people bring it in questions, read as a browser reads it and shown as plain text.
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** The text that HTML shows, and what of it no text can show, each once, in words. */
type Shown = { text: string; lost: readonly string[] };

/** What cannot be shown as text. */
const lost: Readonly<Record<string, string>> = {
  ...{ img: "a picture", picture: "a picture", svg: "a picture", canvas: "a picture" },
  ...{ audio: "a sound", video: "a film", iframe: "another page", object: "an object" },
  ...{ embed: "an object", math: "a formula in MathML", map: "a map" },
  ...{
    del: "struck-through text",
    s: "struck-through text",
    strike: "struck-through text",
  },
  ...{ input: "a field", select: "a field", textarea: "a field", button: "a button" },
};

/** What is no text of the page. */
const unseen = new Set("style script head title template noscript".split(" "));

const blocks = new Set(
  "p div h1 h2 h3 h4 h5 h6 blockquote ul ol dl dt dd table tr caption figure section article hr center address pre".split(
    " ",
  ),
);

const codes = new Set("code kbd tt samp".split(" "));

/** Superscripts and subscripts that Unicode has, each below the other. */
const raised = ["0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"] as const;
const lowered = ["0123456789+-−=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓ"] as const;

/** In Unicode’s own signs where it has all of them, else behind a mark: `x^(a,b)`. */
function shifted(text: string, [plain, signs]: typeof raised | typeof lowered): string {
  const own = Array.from(text, (letter) => Array.from(signs)[plain.indexOf(letter)]);
  if (own.every((sign) => sign !== undefined)) return own.join("");
  return `${plain === raised[0] ? "^" : "_"}${text.length > 1 ? `(${text})` : text}`;
}

/** The elements that texts in other formats may hold, too: “a <b and c> d” has none. */
const names =
  "p|br|div|span|b|i|u|s|em|strong|code|kbd|tt|samp|pre|ul|ol|li|dl|dt|dd|sub|sup|a|img|h[1-6]|table|t[rdh]|tbody|thead|tfoot|caption|colgroup|col|small|big|font|center|wbr|hr|blockquote|style|script|audio|video|source|iframe|object|embed|svg|math|input|select|textarea|button|del|ins|mark|q|abbr|cite|figure|figcaption|strike|section|article|label|title|head|noscript";
const attribute = `\\s+[\\w:-]+\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'<>=]+)|\\s+(?:controls|checked|disabled|hidden|nowrap|allowfullscreen)`;
const tag = new RegExp(`<(?!(?:/?(?:${names})(?:${attribute})*\\s*/?>)|!--)`, "gi");

/** What HTML shows: lines by its blocks and breaks, the cells of a table set apart. */
export function shownHtml(html: string): Shown {
  const page: Page = { text: "", parted: false, lost: new Set() };
  const closed = html.lastIndexOf("-->");
  const plain = html
    .replace(/<!--/g, (mark, at: number) => (at + 4 <= closed ? mark : "&lt;!--"))
    .replace(tag, "&lt;");
  for (const node of parseFragment(plain).childNodes) {
    show(node, page, { depth: 0 });
  }
  return { text: page.text.trim(), lost: [...page.lost] };
}

/** The text that HTML shows; `htmlOf` is undone exactly. */
export const textOfHtml = (html: string) => shownHtml(html).text;

/** What was written so far, and whether the next text begins a line. */
type Page = { text: string; parted: boolean; lost: Set<string> };

/** What the elements around a node make of it, and how many they are. */
type Around = {
  code?: boolean;
  kept?: boolean;
  depth: number;
  /** How many items of its list, or cells of its row, there are up to it. */
  place?: number;
};

/** No question nests deeper; a file that does is up to no good. */
const deepest = 100;

/** A line end and the blanks around it as one blank. */
const onOneLine = (blanks: string) => (/[\n\r\f]/.test(blanks) ? " " : blanks);

function write(page: Page, text: string, kept = false) {
  const words = kept ? text : text.replace(/\s+/g, onOneLine);
  const begun = page.parted ? page.text.trimEnd() : page.text;
  const open = page.parted && begun !== "";
  const next = page.parted && !kept ? words.trimStart() : words;
  if (next === "") return;
  page.text = `${begun}${open ? "\n" : ""}${next}`;
  page.parted = false;
}

/** The text of an element alone. */
function inner(element: Element, page: Page, around: Around): string {
  const own: Page = { text: "", parted: false, lost: page.lost };
  for (const node of element.childNodes) show(node, own, around);
  return own.text;
}

const attributeOf = (element: Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value ?? "";

function show(node: Node, page: Page, around: Around) {
  if (around.depth > deepest) {
    page.lost.add("text in too many elements");
    return;
  }
  if (node.nodeName === "#text" && "value" in node) write(page, node.value, around.kept);
  if (!("tagName" in node)) return;
  const { tagName } = node;
  const gone = lost[tagName];
  if (gone) page.lost.add(gone);
  if (gone || unseen.has(tagName)) return;
  if (tagName === "br") {
    page.text += "\n";
    return;
  }
  if (blocks.has(tagName) || tagName === "li") page.parted = true;
  const { place = 0 } = around;
  if (tagName === "li") write(page, bullet(node, place));
  if (isCell(node) && node.parentNode?.nodeName === "tr" && place > 1)
    write(page, " | ", true);
  content(node, page, { ...around, depth: around.depth + 1 });
  if (blocks.has(tagName) || tagName === "li") page.parted = true;
}

/** What an element holds, changed as its name asks for. */
function content(element: Element, page: Page, around: Around) {
  const { tagName } = element;
  const kept = around.kept || tagName === "pre";
  if (!around.code && (codes.has(tagName) || tagName === "pre")) {
    const code = inner(element, page, { ...around, code: true, kept });
    write(page, `\`${kept ? code.replace(/^\n|\n$/g, "") : code}\``, true);
  } else if (tagName === "sup" || tagName === "sub") {
    const text = inner(element, page, around);
    write(page, shifted(text, tagName === "sup" ? raised : lowered), true);
  } else if (tagName === "a" || tagName === "q") {
    const text = inner(element, page, around);
    const to = attributeOf(element, "href");
    const address = /^https?:/.test(to) && to !== text.trim() ? ` (${to})` : "";
    write(page, tagName === "q" ? `“${text}”` : `${text}${address}`);
  } else {
    const counts = tagName === "ol" ? isItem : isCell;
    let place = 0;
    for (const node of element.childNodes) {
      if (counts(node)) place += 1;
      show(node, page, { ...around, kept, place });
    }
  }
}

const isItem = ({ nodeName }: Node) => nodeName === "li";
const isCell = ({ nodeName }: Node) => nodeName === "td" || nodeName === "th";

/** What stands before an item of a list. */
const bullet = (item: Element, place: number) =>
  item.parentNode?.nodeName === "ol" ? `${place}. ` : "• ";
