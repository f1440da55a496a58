/**
 * What two spellings of one name have in common: upper and lower case, spaces, full-width
 * letters, and the ways to write an accent do not tell learners apart.
 */
export function nameKey(name: string): string {
  const plain = name.normalize("NFKC").trim().replace(/\s+/g, " ");
  // By way of upper case, because ß and SS have only that in common.
  return plain.toUpperCase().toLowerCase().normalize("NFKC");
}
