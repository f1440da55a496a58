/**
 * Equal for two spellings of one name: upper and lower case, spaces, full-width letters and
 * the ways to write an accent do not tell learners apart.
 */
export function nameKey(name: string): string {
  const plain = name.normalize("NFKC").trim().replace(/\s+/g, " ");
  // By way of upper case, because ß and SS have only that in common.
  return plain.toUpperCase().toLowerCase().normalize("NFKC");
}

/** Whether a name is spelled as people spell names: nothing that a key folds stands in it. */
export const isPlainSpelling = (name: string): boolean => name.normalize("NFKC") === name;
