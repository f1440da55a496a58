// Reads the JSON that a browser stores for classes.
import * as z from "zod";

// The pages forbid code made from text, which zod would try.
z.config({ jitless: true });

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
