import { lookAlikes } from "./look-alikes";

// One key for all spellings of a name. Not in `learner-name`, whose pages need no table.

/** Joiners, selectors of a drawing, and all else that is not seen. */
const unseen = /\p{Default_Ignorable_Code_Point}|\u2800/gu;

/** Marks that Arabic, Hebrew and Greek may leave out, and a stroke that only widens a word. */
const optional =
  /[\u0345\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed\u0591-\u05bd\u05bf-\u05c7]/g;

/** Apostrophes, also those that Unicode counts as letters. */
const apostrophes = /['’‘`´\u02b9-\u02bf\u02c8\u02ca\u02cb\ua78b\ua78c]/gu;

/** All that parts words. */
const parting = /[\p{P}\p{S}\p{Z}\s]+/gu;

/** Scripts written without spaces between words, or with spaces where one likes. */
const spaceless =
  /(?<=[\p{scx=Han}\p{scx=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{M}]) (?=[\p{scx=Han}\p{scx=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])/gu;

/** The value of a decimal digit of any script: they stand in tens. */
function digitValue(digit: string): string {
  let value = 0;
  const code = digit.codePointAt(0) ?? 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) {
    value += 1;
  }
  return String(value);
}

const isLatinLetter = (part = "") => /^\p{sc=Latn}$/u.test(part);

const isPlainLatin = (text: string) => /^[a-z\p{M}\d]+$/u.test(text);

/**
 * The letter that a letter is taken for, in lower case. Case is folded by way of the capital, whose
 * look-alikes are told apart in every script (small Greek ν looks like v, its capital like N).
 */
function ofCapital(letter: string): string {
  const small = letter.toLowerCase();
  const plain = isLatinLetter(small) ? (lookAlikes.get(small) ?? small) : small;
  return [...plain.toUpperCase()]
    .map((capital) => lookAlikes.get(capital) ?? capital)
    .join("")
    .toLowerCase();
}

/** The letter that one of a Latin name is taken for as it stands there. */
function asTyped(letter: string): string {
  const capital = ofCapital(letter);
  if (isLatinLetter(letter)) return capital;
  // Its look-alike is the rounded italic one.
  if (letter === "г") return capital;
  if (/^\p{sc=Cyrl}$/u.test(letter) && isPlainLatin(capital)) return capital;
  const like = lookAlikes.get(letter) ?? lookAlikes.get(letter.toLowerCase());
  return like?.toLowerCase() ?? capital;
}

/** Syllables that only look like Latin letters, some like the same. */
const syllabic = /^[\p{sc=Cher}\p{sc=Cans}\p{M}]+$/u;

/** The letters of a word, decomposed, as what they are taken for. */
function folded(word: string): string {
  if (syllabic.test(word)) return word.toLowerCase();
  const parts = [...word];
  // A Latin name with letters of other scripts in it: each is taken for what it looks like.
  const isMixed = parts.some(isLatinLetter);
  const typed = isMixed ? parts.map(asTyped) : [];
  const asLatin = typed.every(
    (text, at) => isPlainLatin(text) || isLatinLetter(parts[at]),
  );
  return (isMixed && asLatin ? typed : parts.map(ofCapital)).join("");
}

/**
 * Equal for the spellings of one name, so that nobody has two of them: upper and lower case,
 * accents however composed, spaces, punctuation, marks that are not seen, digits of any
 * script, and letters that look alike (Unicode's UTS #39) do not tell learners apart. I, l and
 * 1 look alike, as do rn and m: the rare pair like Ian and Lan needs another initial. A name
 * wholly of Greek letters is read by its capitals: Ανα is Ana, although it looks like Ava.
 */
export function nameKey(name: string): string {
  const plain = name
    .normalize("NFKC")
    .replace(unseen, "")
    .replace(/\p{Nd}/gu, digitValue)
    .normalize("NFD")
    .replace(optional, "")
    .replace(apostrophes, "")
    .replaceAll("|", "l")
    .replace(parting, " ")
    .trim()
    .replace(spaceless, "");
  const key = plain
    .split(" ")
    .map(folded)
    .join(" ")
    .replace(/([ij])\u0307/g, "$1")
    .replaceAll("0", "o")
    .replaceAll("m", "rn")
    .replace(/[i1]/g, "l")
    .normalize("NFC");
  // An emoji may be a name, too.
  return (
    key ||
    name
      .normalize("NFKC")
      .replace(unseen, "")
      .replace(/[\p{P}\s]+/gu, "") ||
    name
  );
}

/** Joiners between letters whose script may need them, and in an emoji. */
const needed =
  /(?<=[\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{M}])[\u200c\u200d]|(?<=\p{Extended_Pictographic}\ufe0f?)\u200d|(?<=\p{Extended_Pictographic})\ufe0f/gu;

/** The ways to write all words of a name; the last also with small words like “van der”. */
const written = [
  /^[^\p{Lu}]+$/u,
  /^[^\p{Ll}]+$/u,
  /^(\p{Lu}?(\p{Lu}\p{Ll}+)+|\p{L}|[^\p{Lu}\p{Ll}]+|d[aeiou]|d[aeo][lnrs]|l[ae]|al|el|af|av|bin|bint|ibn|ten|ter|v[ao]n|y|zu)$/u,
];

/** Letters that phonetics writes, and names do not. */
const phonetic =
  /[\u0250-\u0252\u0260-\u0262\u0264-\u0268\u026a-\u02af\u1d00-\u1dbf\ua720-\ua7ff]/;

const isOneScript = (word: string) =>
  [/^\p{sc=Latn}+$/u, /^\p{sc=Grek}+$/u, /^\p{sc=Cyrl}+$/u].some((only) =>
    only.test(word),
  ) || !/[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}]/u.test(word);

/** A capital I where a small l stands: in “LoveIace”, not in “MacIntyre”. */
const falseL = /(?<!\bMa?c)(?<=\p{Ll})I/u;

/** Digits and strokes for letters, and signs that belong to no name. */
const falseSigns = /[\p{P}\p{S}]{3}|^\p{P}|[01|]\p{L}|\p{L}[01|]/u;

/** A name ends in a sign only as “Ada (b)”, “Ada L.” and “Jr.” do. */
const falseEnd = /(?<!(^|[ .])\p{L}{1,3}\.|\(.+\))(?<=\p{P})$/u;

/**
 * Whether a name is spelled as people spell names. Receipts of version 1 had their seed from
 * the spelling: an odd one may have been looked for.
 */
export function isPlainSpelling(name: string): boolean {
  const shown = name.replace(needed, "");
  if (name.normalize("NFKC") !== name || shown.search(unseen) >= 0) return false;
  if ([falseL, falseSigns, falseEnd].some((odd) => odd.test(shown))) return false;
  // The letter ʻ stands inside a word, where an apostrophe parts two.
  const letters = shown.normalize("NFD").replace(/[\p{M}\u02b9-\u02bf]/gu, "");
  const words = letters.match(/\p{L}+/gu) ?? [];
  return (
    words.every((word) => isOneScript(word) && !phonetic.test(word)) &&
    written.some((way) => words.every((word) => way.test(word)))
  );
}
