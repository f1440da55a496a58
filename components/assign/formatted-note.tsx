// Markdown as React's elements: the only importer of react-markdown.
import type { Element, Root } from "hast";
import type { ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import { noteLink } from "./note-link";
import { PlainNote } from "./plain-note";

/** Lists in lists and quotes in quotes, at most: deeper ones would freeze a page. */
const deepest = 24;

/** Throws where elements are nested too deep to be drawn. */
const shallow = () => (tree: Root) => {
  const open: { node: Root | Element; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > deepest) throw new Error("The text is nested too deep.");
    for (const child of next.node.children) {
      if (child.type === "element") open.push({ node: child, depth: next.depth + 1 });
    }
  }
};

/** The headings of a text are none of the page's. */
const Heading = ({ children }: { children?: ReactNode }) => (
  <p>
    <strong>{children}</strong>
  </p>
);

const components: Components = {
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  img: ({ alt }) => <>{alt}</>,
  a: ({ href, children }) =>
    href ? (
      <a href={href} target="_blank" rel="noopener">
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
};

/** Markdown, formatted; as it was typed where it cannot be. */
export function FormattedNote({ markdown }: { markdown: string }) {
  try {
    return Markdown({
      children: markdown,
      components,
      urlTransform: noteLink,
      rehypePlugins: [shallow],
    });
  } catch {
    return <PlainNote markdown={markdown} />;
  }
}
