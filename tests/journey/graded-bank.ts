// A site's own graded questions, as a test puts them beside the served site's classes.
import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** Where the served site keeps its data: of this run alone, or a developer's own. */
const dataFolder = () =>
  process.env.NEXT_PASS_AT ? "data" : (process.env.TEST_DATA_DIR ?? "data");

/** Begins ids that no other run has. */
export const ownPrefix = () => `test-${randomBytes(6).toString("hex")}`;

/** Writes a file of questions; what it gives takes the file out again. */
export async function writeBank(prefix: string, yaml: string) {
  const folder = path.resolve(dataFolder(), "graded");
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${prefix}.yaml`);
  // No half of it is ever read.
  await writeFile(`${file}.part`, yaml);
  await rename(`${file}.part`, file);
  return () => rm(file, { force: true });
}
