// Builds the site of a copy of its sources, in a folder of the project's: what is served
// from the project meanwhile stays as it is.
import { spawnSync } from "node:child_process";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";

const folders = ["app", "components", "content", "labs", "public"];

/** What is read beside the folders: settings, and what Next runs first. */
const isOwnFile = (name: string) => /\.(json|mjs|ts)$/.test(name);

/**
 * Builds in `folder` what `left` leaves of the sources, with `env` set. False where that
 * fails, which Next has explained then.
 */
export async function buildCopy(
  folder: string,
  env: Readonly<Record<string, string>>,
  left: RegExp | null = null,
): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  for (const old of await readdir(folder)) {
    // The build before makes this one quicker.
    if (old !== ".next") await rm(`${folder}/${old}`, { recursive: true });
  }
  for (const part of [...folders, ...(await readdir(".")).filter(isOwnFile)]) {
    const to = `${folder}/${part}`;
    await cp(part, to, { recursive: true, filter: (file) => !left?.test(file) });
  }
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const { status } = spawnSync(process.execPath, [next, "build"], {
    cwd: folder,
    env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: "inherit",
  });
  return status === 0;
}
