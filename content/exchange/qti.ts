// Questions as a QTI 2.1 package: a zip that Canvas and others import as one quiz.
import { strToU8, type Zippable, zipSync } from "fflate";
import type { Question } from "../question";
import type { Exported } from "./exported";
import { itemOf } from "./qti-item";
import { fileOf, manifestOf, testOf } from "./qti-manifest";

/** The bytes of the zip: the same ones for the same questions, title and seed. */
export function qtiOf(questions: readonly Question[], exported: Exported): Uint8Array {
  const files: Zippable = {
    "imsmanifest.xml": strToU8(manifestOf(questions)),
    "test.xml": strToU8(testOf(questions, exported.title)),
  };
  for (const question of questions) {
    files[fileOf(question)] = strToU8(itemOf(question, exported));
  }
  // A zip holds the local time of its files; fflate takes this one as it is written.
  return zipSync(files, { mtime: new Date(2026, 0, 1) });
}
