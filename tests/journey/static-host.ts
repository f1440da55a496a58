// The built pages on any host of files: no Next.js, no API, no store.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

/** Where the build or the repository has the file of an address. */
function fileOf(address: string): string {
  const { pathname } = new URL(address, "http://host");
  if (pathname.startsWith("/_next/")) return pathname.replace("/_next/", ".next/");
  if (path.extname(pathname)) return `public${pathname}`;
  return `.next/server/app${pathname === "/" ? "/index" : pathname}.html`;
}

/** Serves the built pages as files on loopback. */
export async function serveFiles(): Promise<{ url: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const file = fileOf(request.url ?? "/");
    const content = await readFile(path.join(process.cwd(), file)).catch(() => null);
    const type = types[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(content ? 200 : 404, { "content-type": type });
    response.end(content ?? "");
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
