// What learners type to join a class: 40 random bits in Crockford's base 32, which has no
// letters that look like digits. Source: https://www.crockford.com/base32.html
import { randomInt } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 8;

/** A code as it is stored. */
export const newCode = () =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");

/** A stored code as people are told it: `K7QM-3XTP`. */
export const shownCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** The stored code that somebody typed, however they did; null where it is none. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .replace(/[\s\p{Pd}\p{Cf}]/gu, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const known = [...code].every((letter) => alphabet.includes(letter));
  return code.length === length && known ? code : null;
}
