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

/** How many letters each kind of code has; each letter is 5 random bits. */
const codeLengths = {
  /** All learners of a class type it to join. */
  class: 8,
  /** One learner's own. */
  learner: 12,
  /** Brings the teacher back in. */
  recovery: 16,
};

type CodeKind = keyof typeof codeLengths;

/** A code as it is stored, or as its hash is made of it. */
export const newCode = (kind: CodeKind = "class") =>
  Array.from(
    { length: codeLengths[kind] },
    () => codeLetters[randomInt(codeLetters.length)],
  ).join("");

/** A stored code as people read it: `K7QM-3XTP`. */
export const shownCode = (code: string) => code.match(/.{1,4}/g)?.join("-") ?? "";

/** The stored code for anything a person may type; null for what is no code. */
export function readCode(typed: string): { kind: CodeKind; code: string } | null {
  const code = typed
    .normalize("NFKC")
    .replace(/[\s\p{Pd}\p{Cf}]/gu, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (![...code].every((letter) => codeLetters.includes(letter))) return null;
  const kinds = ["class", "learner", "recovery"] as const;
  const kind = kinds.find((one) => codeLengths[one] === code.length);
  return kind ? { kind, code } : null;
}

const digestOf = (...texts: readonly string[]) =>
  createHash("sha256").update(texts.join("\n")).digest();

// A request that is sent again, because its answer was lost, bears the same random key as
// before; what is made of the key is then the same, too.

/** A secret that only who knows all these texts can make. */
export const secretOf = (...texts: readonly string[]) =>
  digestOf("secret", ...texts)
    .toString("base64url")
    .slice(0, 32);

/** An id in the same way. */
export const idOf = (...texts: readonly string[]) =>
  digestOf("id", ...texts)
    .toString("base64url")
    .slice(0, 22);

/** A code in the same way. */
export const codeOf = (kind: CodeKind, ...texts: readonly string[]) =>
  [...digestOf(`${kind} code`, ...texts)]
    .slice(0, codeLengths[kind])
    .map((byte) => codeLetters[byte % codeLetters.length])
    .join("");
