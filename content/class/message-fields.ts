// Fields of many messages about classes, and how what a browser stored of them is read.
import * as z from "zod";
import { isDue } from "@/labs/assignment/assignment";

// The pages forbid code made from text, which zod would try.
z.config({ jitless: true });

/** An id that the site made: 16 to 40 characters of base64url. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{16,40}$/);

/** Milliseconds since 1970. */
export const moment = z.int().min(0);

/** A due date, as `isDue` has it. */
export const due = z.string().max(20).refine(isDue);

/** The id of a question. */
export const questionId = z.string().regex(/^[a-z0-9-]{1,80}$/);

const day = 24 * 60 * 60 * 1000;

/** How long an answer took, as its browser measured it, in milliseconds: a day is enough. */
export const took = z
  .int()
  .min(0)
  .transform((time) => Math.min(time, day));

/** The value of a JSON text; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A reader of JSON texts of one shape; it gives null for any other text. */
export const readerOf =
  <T>(shape: z.ZodType<T>) =>
  (text: string): T | null =>
    shape.safeParse(jsonIn(text)).data ?? null;
