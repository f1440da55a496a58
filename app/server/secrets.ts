// Texts that nobody can guess, what is kept of them, and the code that learners type.
import { createHash, randomBytes, randomInt } from "node:crypto";

/** The id of anything in the class store: 128 random bits in base64url. */
export const newId = () => randomBytes(16).toString("base64url");

/** The proof of being a class's teacher or learner: 192 random bits in base64url. */
export const newSecret = () => randomBytes(24).toString("base64url");

/** All that is kept of a secret: it has too many bits for a hash to be undone. */
export const hashOf = (secret: string) =>
  createHash("sha256").update(secret).digest("base64url");

/** Whether a text can be what `newId` gave. */
export const isId = (text: string) => /^[A-Za-z0-9_-]{16,40}$/.test(text);

/** Crockford's base 32 has no two letters that look alike: https://www.crockford.com/base32.html */
const codeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 8;

/** A class code as it is stored: 40 random bits. */
export const newCode = () =>
  Array.from(
    { length: codeLength },
    () => codeLetters[randomInt(codeLetters.length)],
  ).join("");

/** A stored code as people read it: `K7QM-3XTP`. */
export const shownCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** The stored code for anything a person may type; null for what is no code. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .replace(/[\s\p{Pd}\p{Cf}]/gu, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const known = [...code].every((letter) => codeLetters.includes(letter));
  return code.length === codeLength && known ? code : null;
}
