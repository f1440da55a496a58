// Reads XML with Chromium's parser, which refuses what is not well-formed.
import { chromium } from "@playwright/test";
import { findChromium } from "../../find-chromium";

/** An element with its texts and elements, in order. */
export type Node = {
  name: string;
  space: string | null;
  attributes: Record<string, string>;
  inner: readonly (Node | string)[];
};

async function launchReader() {
  const file = findChromium()?.file;
  const browser = await chromium.launch(file ? { executablePath: file } : {});
  const page = await browser.newPage();
  // Some compilers name functions by a helper that a page does not have.
  await page.evaluate("globalThis.__name = (value) => value");
  /** Throws where a text is not well-formed. */
  async function read(texts: readonly string[]): Promise<Node[]> {
    const trees = await page.evaluate((all) => {
      const nodeOf = (element: Element): Node => ({
        name: element.localName,
        space: element.namespaceURI,
        attributes: Object.fromEntries(
          [...element.attributes].map(({ name, value }) => [name, value]),
        ),
        inner: [...element.childNodes].map((child) =>
          child instanceof Element ? nodeOf(child) : (child.textContent ?? ""),
        ),
      });
      const trees = all.map((text) => {
        const { documentElement } = new DOMParser().parseFromString(text, "text/xml");
        const fault = documentElement.querySelector("parsererror");
        if (fault) throw new Error(`${fault.textContent} in ${text}`);
        return nodeOf(documentElement);
      });
      // As one text it comes over a hundred times faster.
      return JSON.stringify(trees);
    }, texts);
    return JSON.parse(trees);
  }
  return { read, close: () => browser.close() };
}

let opened: ReturnType<typeof launchReader> | undefined;

/** Where faults are planted, each is read in the browser that was opened for the first. */
export async function openReader() {
  if (process.env.MUTATED_GROUP === undefined) return launchReader();
  opened ??= launchReader();
  return { ...(await opened), close: async () => {} };
}

const isNode = (inner: Node | string): inner is Node => typeof inner !== "string";

export const within = (node: Node) => node.inner.filter(isNode);

/** Every element of a name inside another, at any depth. */
export function all(node: Node, name: string): Node[] {
  const found: Node[] = [];
  const search = (inside: Node) => {
    for (const one of inside.inner) {
      if (!isNode(one)) continue;
      if (one.name === name) found.push(one);
      search(one);
    }
  };
  search(node);
  return found;
}

export function the(node: Node, name: string): Node {
  const [found] = all(node, name);
  if (!found) throw new Error(`no ${name} in ${node.name}`);
  return found;
}

/** The text, with code in `backticks` and line ends as a question has them. */
export const textOf = (node: Node): string =>
  node.inner
    .map((inner) => {
      if (typeof inner === "string") return inner;
      if (inner.name === "br") return "\n";
      return inner.name === "code" ? `\`${textOf(inner)}\`` : textOf(inner);
    })
    .join("");
