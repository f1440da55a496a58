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

const pages = path.join(process.cwd(), ".next/server/app");
const target = path.join(process.cwd(), ".next/static/inline");

/** A script element with text and without `src`; what is typed as data stays. */
const inlineScript = /<script(?![^>]*\b(?:src|type)=)([^>]*)>([\s\S]+?)<\/script>/g;

const textAt = (address: string) =>
  readFileSync(
    path.join(process.cwd(), address.replace(sitePath("/_next"), ".next")),
    "utf8",
  );

async function moveScripts(file: string): Promise<number> {
  const page = joinScripts(completePage(await readFile(file, "utf8")));
  const html = inlineStyles(page, textAt);
  const scripts = new Map<string, string>();
  const moved = html.replace(inlineScript, (_, attributes: string, text: string) => {
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 20);
    scripts.set(`${hash}.js`, text);
    return `<script${attributes} src="${sitePath(`/_next/static/inline/${hash}.js`)}"></script>`;
  });
  for (const [name, text] of scripts) await writeFile(path.join(target, name), text);
  if (scripts.size > 0) await writeFile(file, moved);
  return scripts.size;
}

await mkdir(target, { recursive: true });
const files = (await readdir(pages, { recursive: true })).filter((file) =>
  file.endsWith(".html"),
);
let count = 0;
for (const file of files) count += await moveScripts(path.join(pages, file));
console.log(`Moved ${count} inline scripts of ${files.length} pages into files.`);
