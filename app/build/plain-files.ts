// What a host of plain files would not do itself: it sets no headers and compresses nothing.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import directives from "./content-policy.json";

/**
 * A page that brings its policy along, before anything that it rules. Who may frame a page
 * is left to headers: no page can say so itself.
 */
export const withPolicy = (html: string) =>
  html.replace(
    "<head>",
    `$&<meta http-equiv="Content-Security-Policy" content="${directives.join("; ")}"/>` +
      '<meta name="referrer" content="same-origin"/>',
  );

const compressible = /\.(?:css|csv|html|js|json|svg|txt|webmanifest|xml)$/;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Writes `<name>.br` and `<name>.gz` beside every text below a folder, as small as they get,
 * for hosts that serve such files. By default brotli and gzip try hardest, or nearly so.
 */
export async function compressTexts(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => compressible.test(file))
    .values();
  const compressNext = async () => {
    for (const name of files) {
      const file = path.join(folder, name);
      const text = await readFile(file);
      await writeFile(`${file}.br`, await brotli(text));
      await writeFile(`${file}.gz`, await zip(text, { level: 9 }));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, compressNext));
}
