// Texts that nobody can guess, and what is kept of them.
import { createHash, randomBytes } from "node:crypto";

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
