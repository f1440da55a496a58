// The letters that a text is made of, for a network that predicts the next one.

/** Every letter that a network of text knows: a to z, the blank and three marks. */
export const alphabet = "abcdefghijklmnopqrstuvwxyz .,'";

/** The same letters as a link writes them, where each must stand for itself. */
export const linkAlphabet = "abcdefghijklmnopqrstuvwxyz-._*";

/** Characters that are written as others of the alphabet. */
const others: readonly (readonly [RegExp, string])[] = [
  [/ß/g, "ss"],
  [/æ/g, "ae"],
  [/œ/g, "oe"],
  [/ø/g, "o"],
  [/[‘’ʼ`´]/g, "'"],
  [/[!?…]/g, "."],
  [/[;:]/g, ","],
  [/\p{M}/gu, ""],
  [/[^a-z.,']+/g, " "],
  [/ (?=[.,])/g, ""],
  [/([.,'])\1+/g, "$1"],
];

/**
 * A text in the letters of the alphabet: capitals become small, accents go, ! and ? become
 * full stops, ; and : commas, and whatever else there is becomes a blank, or one with those
 * beside it.
 */
export function lettersOf(text: string): string {
  const small = text.toLowerCase().normalize("NFKD");
  return others.reduce((now, [from, to]) => now.replace(from, to), small).trim();
}

/** The places in the alphabet of a text of its letters. */
export const placesOf = (letters: string) =>
  Int32Array.from(letters, (letter) => alphabet.indexOf(letter));

/** Each place of `places` as so many numbers: a 1 at its letter, 0 elsewhere. */
export function oneHot(places: ArrayLike<number>): Float32Array {
  const rows = new Float32Array(places.length * alphabet.length);
  for (let at = 0; at < places.length; at += 1) {
    rows[at * alphabet.length + places[at]!] = 1;
  }
  return rows;
}
