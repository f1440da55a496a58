// What each format keeps of each kind, as the records that write them say.
import type { Fate, Format } from "@/content/quiz/kinds/filed-kind";
import { isKind, kinds } from "@/content/quiz/question";
import { filedKinds } from "@/content/quiz/question-file";

/** A kind by its name, and what becomes of it in each format, in words. */
export type Fated = { name: string; fates: readonly { format: Format; says: string }[] };

const fateText = ({ as, inParts, leftOut }: Fate): string =>
  [as, inParts && "points for each part", leftOut].filter(Boolean).join("; ");

/** Every kind in the order of lists. */
export const fatedKinds = (formats: readonly Format[]): Fated[] =>
  Object.keys(kinds)
    .filter(isKind)
    .map((kind) => ({
      name: kinds[kind].name,
      fates: formats.map((format) => {
        const fate = filedKinds[kind].fates[format];
        return { format, says: fate ? fateText(fate) : "kept" };
      }),
    }));
