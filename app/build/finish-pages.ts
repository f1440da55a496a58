// Runs after `next build`. Next writes a page's data into its HTML as inline scripts, which
// a strict Content-Security-Policy forbids; a nonce would need a server for each page, and
// these pages are static. So every inline script becomes a file of its own, named by its
// hash, at the same place in the page: it still runs in order, and can be cached.
// Styles go the other way: the page's own are written into it.
// Delete this when Next can do so: https://github.com/vercel/next.js/discussions/54907
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { sitePath } from "@/content/site-path";
import { completePage, inlineStyles, joinScripts } from "./complete-page";

/** A script element with text and without `src`; what is typed as data stays. */
const inlineScript = /<script(?![^>]*\b(?:src|type)=)([^>]*)>([\s\S]+?)<\/script>/g;

type Built = {
  /** The folder of the pages. */
  pages: string;
  /** The folder that the address /_next stands for. */
  next: string;
  /** What else becomes of a page's HTML. */
  last?: (html: string) => string;
};

/** Completes every page below a folder, in its file, and tells how many there are. */
export async function finishPages({ pages, next, last = String }: Built) {
  const inline = path.join(next, "static/inline");
  await mkdir(inline, { recursive: true });
  const files = (await readdir(pages, { recursive: true })).filter((file) =>
    file.endsWith(".html"),
  );
  const under = sitePath("/_next").length;
  const textAt = (address: string) =>
    readFileSync(path.join(next, address.slice(under)), "utf8");
  for (const file of files.map((file) => path.join(pages, file))) {
    const page = joinScripts(completePage(await readFile(file, "utf8")));
    const scripts = new Map<string, string>();
    const moved = inlineStyles(page, textAt).replace(
      inlineScript,
      (_, attributes: string, text: string) => {
        const hash = createHash("sha256").update(text).digest("hex").slice(0, 20);
        scripts.set(`${hash}.js`, text);
        const address = sitePath(`/_next/static/inline/${hash}.js`);
        return `<script${attributes} src="${address}"></script>`;
      },
    );
    for (const [name, text] of scripts) await writeFile(path.join(inline, name), text);
    await writeFile(file, last(moved));
  }
  console.log(`Moved the inline scripts of ${files.length} pages into files.`);
}
