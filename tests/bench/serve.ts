// Serves the bench's page, bundled on the spot, to this machine only.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { build } from "esbuild";
import { compileC } from "./in-c";

const here = fileURLToPath(new URL(".", import.meta.url));

const html = `<!doctype html><meta charset="utf-8"><title>Bench</title>
<link rel="icon" href="data:,"><script type="module" src="/page.js"></script>`;

const types = new Map([
  [".js", "text/javascript"],
  [".csv", "text/csv"],
]);

async function bundle(): Promise<[name: string, file: Uint8Array][]> {
  const outdir = path.join(here, "in-browser");
  const { outputFiles } = await build({
    entryPoints: [path.join(outdir, "page.ts")],
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2023",
    outdir,
    write: false,
  });
  return outputFiles.map((file) => [path.relative(outdir, file.path), file.contents]);
}

/** The bench's page, at `url` until `close` is called. */
export async function serveBench(): Promise<{ url: string; close(): void }> {
  const digits = gunzipSync(await readFile(path.join(here, "data/digits.csv.gz")));
  const files = new Map<string, string | Uint8Array>([
    ["", html],
    ["digits.csv", digits],
    ...(await bundle()),
  ]);
  // Not isolated from other origins (COOP, COEP): given shared memory, jax-js sends each
  // of its small Wasm kernels to a worker, and a pass took five times as long or more.
  const server = createServer(async ({ url = "/" }, response) => {
    const { pathname, searchParams } = new URL(url, "http://localhost");
    if (pathname === "/in-c.wasm") {
      const made = await compileC(searchParams);
      response.writeHead(typeof made === "string" ? 501 : 200).end(made);
      return;
    }
    const file = files.get(url.slice(1));
    const type = types.get(path.extname(url)) ?? "text/html";
    response.writeHead(file ? 200 : 404, { "Content-Type": type }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("No port is free.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.close();
    },
  };
}
