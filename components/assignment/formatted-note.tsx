// Markdown as React's elements: the only importer of react-markdown.

import type { Element, Root } from "hast";
import type { ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import { Code } from "@/components/kit/with-code";
import { sitePath } from "@/content/site-path";

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
  code: ({ children }) => <Code>{children}</Code>,
  img: ({ alt }) => <>{alt}</>,
  a: ({ href, children }) =>
    href ? (
      <a
        href={href.startsWith("/") ? sitePath(href) : href}
        target="_blank"
        rel="noopener"
      >
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
};

type Props = {
  markdown: string;
  /** Shown where the Markdown cannot be formatted. */
  asTyped: ReactNode;
};

/** Markdown, formatted: for a chunk of its own, see `Note`. */
export function FormattedNote({ markdown, asTyped }: Props) {
  try {
    return Markdown({
      children: markdown,
      components,
      urlTransform: noteLink,
      rehypePlugins: [shallow],
    });
  } catch {
    return asTyped;
  }
}

/** Stands for this site, wherever it is served. */
const here = "https://next-pass.invalid";

/**
 * The address of a link that may be followed: a web address, or a path of this site; ""
 * for every other.
 */
export function noteLink(written: string): string {
  if (!URL.canParse(written, here)) return "";
  const { protocol, origin, username, password, href } = new URL(written, here);
  // A name before the host makes an address look like another one.
  if (username || password) return "";
  if (/^https?:\/\//i.test(written)) return /^https?:$/.test(protocol) ? href : "";
  // Browsers take "//host", "/\host" and "/<tab>/host" for other sites.
  return written.startsWith("/") && origin === here ? href.slice(here.length) : "";
}
