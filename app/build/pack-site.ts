// Runs after the build: completes .next/standalone, the site with nothing but what it needs to
// run, so that this folder can be copied to wherever there is Node.
import { cp, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const root = process.cwd();
const target = path.join(root, ".next/standalone");

// Next leaves out what another server may serve, and has copied the pages before
// app/build/finish-build.ts finished them.
for (const folder of [".next/static", ".next/server/app", "public"]) {
  await cp(path.join(root, folder), path.join(target, folder), {
    recursive: true,
    filter: (file) => !file.endsWith(".nft.json"),
  });
}

await build({
  entryPoints: [
    "app/serve-site.ts",
    "app/ask-health.ts",
    "app/keep-classes.ts",
    "app/lti.ts",
  ],
  outdir: target,
  outExtension: { ".js": ".mjs" },
  ...{ bundle: true, platform: "node", format: "esm", target: "node20" },
  define: { "process.env.BASE_PATH": JSON.stringify(process.env.BASE_PATH ?? "") },
  // Next has packed them along.
  external: ["better-sqlite3", "pg"],
  alias: { "@": root },
  absWorkingDir: root,
});

const manifest = {
  name: "next-pass",
  private: true,
  type: "module",
  scripts: {
    start: "node serve-site.mjs",
    backup: "node keep-classes.mjs backup",
    restore: "node keep-classes.mjs restore",
    lti: "node lti.mjs",
  },
};
await writeFile(
  path.join(target, "package.json"),
  `${JSON.stringify(manifest, null, 2)}\n`,
);
