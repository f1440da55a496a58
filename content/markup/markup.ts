// A question's plain text as HTML, which every importer shows alike; and XML.

/** No text may hold these: control characters of ASCII other than tab and line end. */
const controls = /(?![\t\n\r\u0080-\u009f])[\p{Cc}\ufffe\uffff]/gu;

/** Text that other systems can hold: one kind of line end, nothing that is no character. */
export const cleanText = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(controls, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");

/** The three characters that mean something in HTML and XML, and the quotation mark. */
const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** HTML, well-formed as XML too: `backticks` set code, and line ends stay. */
export const htmlOf = (text: string) =>
  escaped(cleanText(text))
    .replace(/`([^`]*)`/g, "<code>$1</code>")
    .replaceAll("\n", "<br/>");

// XML as text, well-formed whatever the words are.

type Attributes = Readonly<Record<string, string | number | boolean>>;

/** An element that holds XML, such as other elements or `xmlText`. */
export function element(name: string, attributes: Attributes, inner = ""): string {
  const written = Object.entries(attributes).map(
    ([key, value]) =>
      ` ${key}="${escaped(cleanText(String(value))).replace(/[\n\t]/g, " ")}"`,
  );
  const start = `<${name}${written.join("")}`;
  return inner === "" ? `${start}/>` : `${start}>${inner}</${name}>`;
}

export const xmlText = (text: string) => escaped(cleanText(text));

/** A whole document. */
export const xmlDocument = (root: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;

const schema = "http://www.w3.org/2001/XMLSchema-instance";

/** The attributes of a root element: its namespace, and where its schema is. */
export const namespace = (name: string, file: string) => ({
  xmlns: name,
  "xmlns:xsi": schema,
  "xsi:schemaLocation": `${name} ${file}`,
});
