import { createHash, randomBytes, randomInt } from "node:crypto";

// Texts that nobody can guess, and what is kept of them.

/** The id of anything in the class store: 128 random bits in base64url. */
export const newId = () => randomBytes(16).toString("base64url");

/** What makes somebody a class's teacher, or one of its learners: 192 random bits. */
export const newSecret = () => randomBytes(24).toString("base64url");

/** All that is kept of a secret: it has too many bits for a hash to be undone. */
export const hashOf = (secret: string) =>
  createHash("sha256").update(secret).digest("base64url");

const written = /^[A-Za-z0-9_-]{16,40}$/;

/** Whether a text can be what `newId` gave. */
export const isId = (text: string) => written.test(text);

// What learners type to join a class: 40 random bits in Crockford's base 32, which has no
// letters that look like digits. Source: https://www.crockford.com/base32.html

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
