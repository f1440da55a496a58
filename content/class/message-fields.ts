// Fields of many messages about classes.
import * as z from "zod";

// The pages forbid code made from text, which zod would try.
z.config({ jitless: true });

/** An id that the site made: 16 to 40 characters of base64url. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{16,40}$/);

/** Milliseconds since 1970. */
export const moment = z.int().min(0);

/** The id of a question. */
export const questionId = z.string().regex(/^[a-z0-9-]{1,80}$/);

const day = 24 * 60 * 60 * 1000;

/** How long an answer took, as its browser measured it, in milliseconds: a day is enough. */
export const took = z
  .int()
  .min(0)
  .transform((time) => Math.min(time, day));
