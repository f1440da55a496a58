// Packages of files: the same bytes for the same texts.
import { strToU8, type Zippable, zipSync } from "fflate";

/** A zip of texts by their paths, in that order. */
export function zipOf(files: readonly (readonly [path: string, text: string])[]) {
  const packed: Zippable = {};
  for (const [path, text] of files) packed[path] = strToU8(text);
  // A zip holds the local time of its files; fflate takes this one as it is written.
  return zipSync(packed, { mtime: new Date(2026, 0, 1) });
}
