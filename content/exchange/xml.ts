// XML as text, well-formed whatever the words are.
import { cleanText, escaped } from "./html-text";

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
