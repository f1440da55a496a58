// Hosts of files on loopback: no Next.js, no API, no store.
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

type Found =
  /** `missing` where the file stands for one that there is not. */
  { file: string; missing?: boolean } | { moved: string };

async function serve(find: (address: URL) => Promise<Found>) {
  const server = createServer(async (request, response) => {
    const found = await find(new URL(request.url ?? "/", "http://host"));
    if ("moved" in found) {
      response.writeHead(301, { location: found.moved }).end();
      return;
    }
    const content = await readFile(found.file).catch(() => null);
    const type = types[path.extname(found.file)] ?? "application/octet-stream";
    const status = content && !found.missing ? 200 : 404;
    response.writeHead(status, { "content-type": type }).end(content ?? "");
  });
  await new Promise<void>((go) => server.listen(0, "127.0.0.1", go));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("No port was given.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Where the build or the repository has the file of an address. */
function builtFile({ pathname }: URL): string {
  if (pathname.startsWith("/_next/")) return pathname.replace("/_next/", ".next/");
  if (path.extname(pathname)) return `public${pathname}`;
  return `.next/server/app${pathname === "/" ? "/index" : pathname}.html`;
}

/** Serves the pages of the last build as files. */
export const serveBuild = () => serve(async (address) => ({ file: builtFile(address) }));

/**
 * Serves a folder below a path such as "/course", as hosts of files do: a folder's own page
 * is its index.html, and 404.html stands for what is missing.
 */
export const serveFolder = (folder: string, below: string) =>
  serve(async ({ pathname, search }) => {
    const missing = { file: path.join(folder, "404.html"), missing: true };
    if (!pathname.startsWith(`${below}/`)) return missing;
    const file = path.join(folder, decodeURIComponent(pathname.slice(below.length)));
    const found = await stat(file).catch(() => null);
    if (!found) return missing;
    if (!found.isDirectory()) return { file };
    if (!pathname.endsWith("/")) return { moved: `${pathname}/${search}` };
    const index = path.join(file, "index.html");
    return (await stat(index).catch(() => null)) ? { file: index } : missing;
  });
