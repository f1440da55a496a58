import type { Formula } from "./formula";
import { formulaLimits, type OwnFormula } from "./own-formula";
import { formulaText } from "./print";
import { type RefusedFormula, readFormula } from "./read-formula";

/** Reads a reader's own formula over some names: see `readOwn`. */
export type ReadOwn = (
  text: string,
  names: readonly string[],
) => { own: OwnFormula; formula: Formula } | RefusedFormula;

/**
 * Reads a reader's own formula. Texts of equal formulas give the same one, whose own text is
 * within the limits, too.
 */
export const readOwn: ReadOwn = (text, names) => {
  const read = readFormula(text, names);
  if ("refused" in read) return read;
  const { formula } = read;
  const written = formulaText(formula);
  const { characters } = formulaLimits;
  if (written.length <= characters) return { own: `=${written}`, formula };
  const refused = `A formula has at most ${characters} characters; this one, written as ${written.slice(0, 24)}…, has ${written.length}.`;
  return { refused, at: null };
};
